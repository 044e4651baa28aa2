import type { Chat } from '../../state/chat.ts'
import { opensText } from '../../state/hours.ts'

/** When people are there again, while they are not. */
export function Away({ chat: { site, words, now } }: { chat: Chat }) {
  const text = opensText(site.value?.hours, now(), words)
  return text ? <p>{text}</p> : null
}

/** While a person is looked for: when there are some again, and the way back. */
export function Waiting({ chat }: { chat: Chat }) {
  const { can, site, words, queue } = chat
  const offered = can.value.back
  if (!offered && site.value?.hours?.open !== false) return null
  return (
    <div class="aside">
      <Away chat={chat} />
      {offered && (
        <button type="button" class="plain" onClick={() => queue({ type: 'ask', what: 'back' })}>
          {words.menu.back}
        </button>
      )}
    </div>
  )
}
