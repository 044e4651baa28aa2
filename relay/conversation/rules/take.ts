import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** An agent takes the handover. The first one wins; taking again what one has changes nothing. */
export function take(state: State, { name }: InputOf<'take'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return refuse('notHandedOver')
    case 'agent':
      return state.name === name ? { ok: true, entries: [] } : refuse('taken')
    case 'waiting':
      return entries({ kind: 'taken', name })
    default:
      return state satisfies never
  }
}
