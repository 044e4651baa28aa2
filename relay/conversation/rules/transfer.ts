import { type Decision, entries, refuse, taken } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** Another of our agents has it from now on. Whom an agent of a platform has, that platform must give back first. */
export function transfer(state: State, { name }: InputOf<'transfer'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return refuse('notHandedOver')
    case 'waiting':
      return entries({ kind: 'taken', name })
    case 'agent':
      if (state.on !== undefined) return taken(state)
      return state.name === name ? { ok: true, entries: [] } : entries({ kind: 'taken', name })
    default:
      return state satisfies never
  }
}
