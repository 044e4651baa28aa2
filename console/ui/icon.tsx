const paths = {
  bridge: 'M2 17c5-9 15-9 20 0M2 17h20M8 17v-4.700M12 17v-6M16 17v-4.700',
  keys: 'M3 6h18v12H3zM7 10h.010M11 10h.010M15 10h.010M8 14h8',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  out: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h10',
  back: 'M15 5l-7 7 7 7',
  leave: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5',
  clip: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  send: 'M4 12l16-8-6 16-3-6z',
  wait: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  bot: 'M5 9h14v10H5zM12 9V5M9 13v2M15 13v2',
  agent: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
  done: 'M5 13l4 4 10-11'
}

/** A picture beside words that say the same. */
export const Icon = ({ of }: { of: keyof typeof paths }) => (
  <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
    <path d={paths[of]} />
  </svg>
)
