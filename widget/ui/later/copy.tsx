import type { Chat } from '../../state/chat.ts'
import type { Row } from '../../state/rows.ts'
import { textOf } from '../../state/text-of.ts'
import { Drawing } from '../icon.tsx'

/** Copies what the row that is pointed at says, as it was written. Only where the browser lets a page do so. */
export function Copy({ chat, row }: { chat: Chat; row: Row }) {
  const { words, copied } = chat
  const text = textOf(row)
  if (!text || !navigator.clipboard) return null

  async function copy(): Promise<void> {
    copied.value = undefined
    await navigator.clipboard.writeText(text)
    copied.value = row.key
  }

  return (
    <button
      type="button"
      class="copy"
      aria-label={words.copy}
      // Refused by the browser or the page's policy: it stays as it is.
      onClick={() => void copy().catch(() => {})}
    >
      <Drawing
        name="copied"
        path={copied.value === row.key ? 'M5 12l5 5 9-10' : 'M9 9h11v11H9zM15 9V4H4v11h5'}
      />
    </button>
  )
}
