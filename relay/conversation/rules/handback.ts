import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** The visitor is given back to the bot, with whatever the bot should know. Its own platform knows already, and may say so often. */
export function handback(state: State, { metadata, why, on }: InputOf<'handback'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return on === state.bot ? { ok: true, entries: [] } : refuse('notHandedOver')
    case 'waiting':
    case 'agent':
      return entries({ kind: 'handback', why: on === state.bot ? 'bot' : (why ?? 'agent'), metadata })
    default:
      return state satisfies never
  }
}
