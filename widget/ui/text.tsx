import { partsOf } from '../state/links.ts'
import { Link } from './link.tsx'

/** A text as it was written: never markup, line breaks kept, addresses made links. */
export function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {partsOf(text).map(part => (part.is === 'link' ? <Link url={part.url}>{part.text}</Link> : part.text))}
    </p>
  )
}
