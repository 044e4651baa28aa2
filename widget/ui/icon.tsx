/** Those that are there from the first; a part that needs another brings its path. */
const paths = {
  send: 'M4 12l16-8-5 16-3-7z',
  down: 'M6 9l6 6 6-6',
  more: 'M12 5v.01M12 12v.01M12 19v.01'
}

export const Icon = ({ name }: { name: keyof typeof paths }) => <Drawing name={name} path={paths[name]} />

export function Drawing({ name, path }: { name: string; path: string }) {
  return (
    <svg class={`icon i-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
