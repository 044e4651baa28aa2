import type { Chat } from '../../state/chat.ts'
import { Icon } from '../icon.tsx'

/** Back to the end, and how much has come there meanwhile. */
export function Latest({ chat: { words, atEnd, unread } }: { chat: Chat }) {
  const count = unread.value
  return (
    <button
      type="button"
      class={count ? 'latest round pill' : 'latest round'}
      aria-label={count ? undefined : words.latest}
      onClick={() => (atEnd.value = true)}
    >
      <Icon name="down" />
      {count > 0 && words.news(count)}
    </button>
  )
}
