import type { Seq } from '#shared/ids.ts'
import type { State } from '../connection/state.ts'
import type { Item } from '../connection/unsent.ts'

/** The message was answered, or is being answered: a form by a text, a rating by a press. Answers stand after it. */
export function isAnswered({ view: { lines }, unsent }: Pick<State, 'view' | 'unsent'>, seq: Seq): boolean {
  for (let at = lines.length - 1; (lines[at]?.seq ?? 0) > seq; at -= 1) {
    const line = lines[at]
    if (line && 'of' in line && line.of === seq) return true
  }
  return unsent.some(({ frame }) => ofFrame(frame) === seq)
}

function ofFrame(frame: Item['frame']): Seq | undefined {
  if (frame.type === 'postback') return frame.seq
  return frame.type === 'say' ? frame.of : undefined
}
