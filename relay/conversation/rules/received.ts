import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { Draft } from '../entry.ts'
import type { InputOf } from '../input.ts'
import type { Asked, State } from '../state.ts'

/** A bot may finish its sentence after it handed over; what it says later means that it has taken over again. */
const lastWordsMs = 10_000

type Spoken = Extract<Draft, { kind: 'message'; via: string }>

/** A platform's message. A bot that speaks long after a handover has ended it by itself: no event tells us so. */
export function received(state: State, input: InputOf<'received'>, { now }: Facts): Decision {
  const message = messageOf(input)
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'bot':
      return entries(message)
    case 'waiting':
    case 'agent':
      if (message.by !== 'bot' || afterAskingMs(state, input, now) <= lastWordsMs) return entries(message)
      return entries({ kind: 'handback', why: 'bot', metadata: {} }, message)
    default:
      return state satisfies never
  }
}

/** By the platform's clock, where that told both: a message that was held up on its way was said no later for it. */
function afterAskingMs(asked: Asked, { sentAt }: InputOf<'received'>, now: number): number {
  return sentAt === undefined || asked.sentAt === undefined ? now - asked.since : sentAt - asked.sentAt
}

function messageOf({ via, by, name, content, payloads, raw, pauseMs }: InputOf<'received'>): Spoken {
  return {
    kind: 'message',
    by: by ?? 'bot',
    via,
    ...(name !== undefined && { name }),
    content,
    payloads,
    raw,
    ...(pauseMs !== undefined && { pauseMs })
  }
}
