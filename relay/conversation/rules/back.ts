import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/**
 * The visitor would rather have the bot again. An agent who works on a platform of their own would not hear of it, so
 * whoever is with one stays.
 */
export function back(state: State, { id }: InputOf<'back'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return { ok: true, entries: [] }
    case 'waiting':
      return entries({ kind: 'handback', why: 'visitor', metadata: {}, id })
    case 'agent':
      return state.on === undefined
        ? entries({ kind: 'handback', why: 'visitor', metadata: {}, id })
        : refuse('noAction')
    default:
      return state satisfies never
  }
}
