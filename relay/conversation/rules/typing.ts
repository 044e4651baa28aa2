import { type Decision, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** Somebody's fingers: told to those who are there, and forgotten. */
export function typing(state: State, { by, state: fingers }: InputOf<'typing'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  return { ok: true, entries: [], typing: { by, state: fingers } }
}
