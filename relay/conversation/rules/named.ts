import { isDeepStrictEqual } from 'node:util'
import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** Who the visitor is, said again: news only when it says something else. */
export function named(state: State, input: InputOf<'named'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  const { named: before = {} } = state
  const now = { ...before, ...input.named }
  return isDeepStrictEqual(now, before) ? { ok: true, entries: [] } : entries({ kind: 'named', named: now })
}
