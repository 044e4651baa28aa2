import type { ContentProps } from '../content-props.ts'
import { Drawing } from '../icon.tsx'
import { Link } from '../link.tsx'

export function Location({
  chat: { words },
  content: { lat, long, name, address }
}: ContentProps<'location'>) {
  return (
    <Link url={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=16/${lat}/${long}`} class="chip">
      <Drawing name="pin" path="M12 21c4-4 7-8 7-11a7 7 0 0 0-14 0c0 3 3 7 7 11zM12 9v2" />
      <span dir="auto">
        <b>{name || words.location}</b> {address && <small>{address} </small>}
        <small class="go">{words.map}</small>
      </span>
    </Link>
  )
}
