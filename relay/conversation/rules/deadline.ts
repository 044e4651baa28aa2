import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** The time to take the handover at `of` is up. */
export function deadline(state: State, { of }: InputOf<'deadline'>): Decision {
  if (state.phase !== 'waiting' || state.of !== of) return refuse('tooLate')
  return entries({ kind: 'handback', why: 'late', metadata: {} })
}
