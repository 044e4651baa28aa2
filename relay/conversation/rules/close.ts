import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** It is over. Closing again changes nothing. */
export function close(state: State, { id }: InputOf<'close'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return { ok: true, entries: [] }
  return entries({ kind: 'closed', ...(id !== undefined && { id }) })
}
