import type { Placed } from './actions.tsx'
import { useChat } from './context.ts'
import { useValue } from './use-value.ts'

/** Quick replies: there while nothing newer was said. */
export function Replies({ seq, actions }: { seq: number; actions: readonly Placed[] }) {
  const { words, phase, press } = useChat()
  const { is } = useValue(phase)
  if (!actions.length || is !== 'bot') return null
  return (
    <div class="replies" role="group" aria-label={words.replies}>
      {actions.map(({ action: { label }, place }) => (
        <button key={place} type="button" class="reply" dir="auto" onClick={() => press(seq, place, label)}>
          {label}
        </button>
      ))}
    </div>
  )
}
