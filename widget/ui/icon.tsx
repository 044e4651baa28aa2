const paths = {
  send: 'M4 12l16-8-5 16-3.5-6.500z',
  down: 'M6 9l6 6 6-6',
  back: 'M15 6l-6 6 6 6',
  forth: 'M9 6l6 6-6 6',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  pin: 'M12 21c4-4.5 7-8 7-11.500a7 7 0 1 0-14 0C5 13 8 16.5 12 21zM12 7.500a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  done: 'M5 12.500l4.5 4.500L19 7.5',
  talk: 'M12 4c4.7 0 8.5 3.1 8.5 7.200s-3.8 7.2-8.5 7.200c-.9 0-1.9-.1-2.7-.4L5 20l.8-3.400c-1.4-1.3-2.3-3.2-2.3-5.400C3.5 7.1 7.3 4 12 4z',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6'
}

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
