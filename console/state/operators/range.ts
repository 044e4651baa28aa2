import type { Range } from '../../subscriptions-contract.ts'

/** What was written into the form of a replay, all of it text. */
export interface RangeFields {
  conversation: string
  /** Moments as `2026-03-09T12:30`, where the operator is. */
  from: string
  to: string
}

/** What is told again: one whole conversation, or a time of all of them; undefined where it says neither. */
export function rangeOf({ conversation, from, to }: RangeFields): Range | undefined {
  if (conversation.trim() !== '') return { conversation: conversation.trim() }
  const [first, last] = [Date.parse(from), Date.parse(to)]
  return first >= 0 && last >= first ? { from: first, to: last } : undefined
}
