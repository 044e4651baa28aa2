import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** How it was: said once, when it is over or when an agent has given the visitor back. */
export function rated(state: State, { id, score, text }: InputOf<'rated'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.rated) return refuse('conflict')
  const over = state.phase === 'closed' || (state.phase === 'bot' && state.helped)
  return over
    ? entries({ kind: 'rated', id, score, ...(text !== undefined && { text }) })
    : refuse('noAction')
}
