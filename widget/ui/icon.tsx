const paths = {
  send: 'M4 12l16-8-5 16-3-7z',
  down: 'M6 9l6 6 6-6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  done: 'M5 12l5 5 9-10',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  pin: 'M12 21c4-4 7-8 7-11a7 7 0 0 0-14 0c0 3 3 7 7 11zM12 9v2'
}

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
