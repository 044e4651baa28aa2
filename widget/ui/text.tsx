import { lazy } from '../lazy.ts'
import { worded } from '../words/rest.ts'

/** What reads the signs in texts comes when the first text does that may have some. */
export const reader = lazy(() => worded(import('./marked.tsx')))

// Roughly: a text without any of these is a paragraph as it stands.
const maybeSigns = /[*_`[#\\]|https?:|\n\s*\n|^\s*(?:[-+•]|\d+[.)])\s/im

/** A text: never markup, only what its signs mean. Without the reader it stands as it was written. */
export function Text({ text }: { text: string }) {
  const part = maybeSigns.test(text) ? reader.now() : undefined
  if (part) return <part.Marked text={text} />
  return (
    <div class="text">
      <p dir="auto">{text}</p>
    </div>
  )
}
