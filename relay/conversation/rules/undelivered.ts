import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** What the visitor said at `of` was given up on: the visitor is told, and may say it again. */
export function undelivered(state: State, { of }: InputOf<'undelivered'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  return entries({ kind: 'undelivered', of })
}
