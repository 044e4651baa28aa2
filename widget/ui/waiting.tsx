import type { Chat } from '../state/chat.ts'

/** While a person is looked for: when there are some again, and the way back. */
export function Waiting({ chat: { phase, can, words, away, back } }: { chat: Chat }) {
  const offered = can.value.back
  if (phase.value.is !== 'waiting' || !(offered || away.value)) return null
  return (
    <div class="aside">
      {away.value && <p>{away.value}</p>}
      {offered && (
        <button type="button" class="plain" onClick={back}>
          {words.menu.back}
        </button>
      )}
    </div>
  )
}
