import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** An agent gives the visitor back to the bot, with whatever the bot should know. */
export function handback(state: State, { metadata }: InputOf<'handback'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return refuse('notHandedOver')
    case 'waiting':
    case 'agent':
      return entries({ kind: 'handback', why: 'agent', metadata })
    default:
      return state satisfies never
  }
}
