import { isDeepStrictEqual } from 'node:util'
import type { Entry } from './entry.ts'
import type { Input } from './input.ts'
import { contentOf } from './said-content.ts'

/**
 * Of the entry at an id's place and the one after it, the one that the id is of. Older versions kept a message's ids at
 * what it brought about before it: that the bot took over, or that an agent took.
 */
export function ownOf([first, next]: readonly Entry[]): Entry | undefined {
  const isBefore = first?.kind === 'taken' || (first?.kind === 'handback' && first.why === 'bot')
  return isBefore && next?.kind === 'message' ? next : first
}

/** Does this input say what the entry with its id already says? */
export function repeats(input: Input, entry: Entry): boolean {
  if (input.kind === 'said') {
    if (entry.kind !== 'message' || entry.by !== input.by || 'via' in entry) return false
    const sameForm = input.by === 'agent' || entry.by === 'agent' || entry.of === input.of
    return sameForm && isDeepStrictEqual(entry.content, contentOf(input))
  }
  if (input.kind === 'postback') {
    return entry.kind === 'postback' && entry.of === input.of && entry.action === input.action
  }
  if (input.kind === 'note') {
    return entry.kind === 'note' && entry.by === input.by && entry.text === input.text
  }
  if (input.kind === 'back') return entry.kind === 'handback'
  if (input.kind === 'close') return entry.kind === 'closed'
  if (input.kind === 'rated') {
    return entry.kind === 'rated' && entry.score === input.score && entry.text === input.text
  }
  return false
}
