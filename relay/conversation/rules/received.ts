import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { Draft } from '../entry.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** A bot may finish its sentence after it handed over; what it says later means that it has taken over again. */
const lastWordsMs = 10_000

/** A platform's message. A bot that speaks long after a handover has ended it by itself: no event tells us so. */
export function received(state: State, input: InputOf<'received'>, { now }: Facts): Decision {
  const { via, content, payloads, raw } = input
  const message: Draft = { kind: 'message', by: 'bot', via, content, payloads, raw }
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return entries(message)
    case 'waiting':
    case 'agent':
      if (now - state.since <= lastWordsMs) return entries(message)
      return entries({ kind: 'handback', why: 'bot', metadata: {} }, message)
    default:
      return state satisfies never
  }
}
