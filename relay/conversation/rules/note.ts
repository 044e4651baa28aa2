import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** Agents tell each other something, also about what is over. It changes nothing for anybody else. */
export function note(state: State, { id, by, text }: InputOf<'note'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  return entries({ kind: 'note', id, by, text })
}
