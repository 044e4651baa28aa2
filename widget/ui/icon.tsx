const paths = {
  send: 'M4 12l16-8-5 16-3-7z',
  down: 'M6 9l6 6 6-6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  done: 'M5 12l5 5 9-10',
  back: 'M15 6l-6 6 6 6',
  on: 'M9 6l6 6-6 6',
  more: 'M12 5v.01M12 12v.01M12 19v.01',
  cross: 'M6 6l12 12M18 6L6 18',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  pin: 'M12 21c4-4 7-8 7-11a7 7 0 0 0-14 0c0 3 3 7 7 11zM12 9v2'
}

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class={`icon i-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
