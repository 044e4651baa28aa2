import { type Decision, entries, refuse } from '../decision.ts'
import type { DestinationId } from '../delivery.ts'
import type { Draft } from '../entry.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/**
 * The visitor is given back to the bot, with whatever the bot should know. Its own platform knows already, and may say so
 * often.
 */
export function handback(state: State, input: InputOf<'handback'>): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return input.on === state.bot ? { ok: true, entries: [] } : refuse('notHandedOver')
    case 'waiting':
    case 'agent':
      return isStale(state, input) ? refuse('taken') : entries(backFrom(state.bot, input))
    default:
      return state satisfies never
  }
}

/** What a platform told of a time before somebody was asked for, or took, says nothing about now. */
const isStale = (state: State & { since: number }, { at }: InputOf<'handback'>): boolean =>
  at !== undefined && at <= (state.phase === 'agent' ? state.takenAt : state.since)

const backFrom = (bot: DestinationId, { metadata, why, on }: InputOf<'handback'>): Draft => ({
  kind: 'handback',
  why: on === bot ? 'bot' : (why ?? 'agent'),
  metadata,
  ...(on !== undefined && { on })
})
