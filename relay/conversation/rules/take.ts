import { type Decision, entries, refuse, taken as takenBy } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/**
 * An agent takes the visitor. The first one wins; taking again what one has changes nothing. An agent of a platform
 * comes when that platform says so, asked for or not.
 */
export function take(state: State, { name, on }: InputOf<'take'>): Decision {
  const taken = { kind: 'taken', name, ...(on !== undefined && { on }) } as const
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return on === undefined ? refuse('notHandedOver') : entries(taken)
    case 'agent':
      if (state.name === name && state.on === on) return { ok: true, entries: [] }
      return on !== undefined && state.on === on ? entries(taken) : takenBy(state)
    case 'waiting':
      return entries(taken)
    default:
      return state satisfies never
  }
}
