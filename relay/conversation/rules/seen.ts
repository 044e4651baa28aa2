import { type Decision, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** Reading moves the visitor's cursor; it is no entry. */
export function seen(state: State, { seq }: InputOf<'seen'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  return { ok: true, entries: [], seen: seq }
}
