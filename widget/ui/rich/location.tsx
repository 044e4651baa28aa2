import type { ContentProps } from '../content-props.ts'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'

export function Location({
  chat: { words },
  content: { lat, long, name, address }
}: ContentProps<'location'>) {
  return (
    <Link url={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=16/${lat}/${long}`} class="chip">
      <Icon name="pin" />
      <span dir="auto">
        <b>{name || words.location}</b> {address && <small>{address} </small>}
        <small class="go">{words.map}</small>
      </span>
    </Link>
  )
}
