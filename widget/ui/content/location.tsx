import { useChat } from '../context.ts'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'
import { Bubble } from './bubble.tsx'
import type { ContentProps } from './props.ts'

export function Location({ content: { lat, long, name, address, text } }: ContentProps<'location'>) {
  const { words } = useChat()
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=16/${lat}/${long}`
  return (
    <>
      <Bubble text={text} />
      <Link url={map} class="chip">
        <Icon name="pin" />
        <span>
          <b dir="auto">{name || words.location}</b>
          {address && <span dir="auto">{address}</span>}
          <span class="go">{words.map}</span>
        </span>
      </Link>
    </>
  )
}
