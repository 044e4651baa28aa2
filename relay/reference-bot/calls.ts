import {
  activityBody,
  createBody,
  deliveryBody,
  echoBody,
  handbackBody,
  postbackBody,
  textBody
} from '../bots/ingenious/contract.ts'
import type { CallName } from './misbehave.ts'
import type { Fault } from './record.ts'
import type { Talk } from './talk.ts'

/** What a call is answered, what was wrong with it although it got a 200, and whether the bot did not listen. */
export interface Answer {
  status: 200 | 201 | 400
  body: unknown
  fault?: Fault
  ignored?: boolean
}

export interface Call {
  name: Exclude<CallName, 'create'>
  talk: Talk | undefined
  body: unknown
  repeat: boolean
}

const ok: Answer = { status: 200, body: {} }
const bad: Answer = { status: 400, body: { error: 'malformed or missing payload' }, fault: 'bad-body' }

/** "200 {} — also returned when the request had problems": 400 only when the one key that matters is missing. */
export function answerTo({ name, talk, body, repeat }: Call): Answer {
  switch (name) {
    case 'messages':
      return answerMessage(talk, body, repeat)
    case 'delivery':
      return answerDelivery(talk, body, repeat)
    case 'activity':
      return answerActivity(talk, body)
    case 'handback':
      return answerHandback(talk, body)
    default:
      return name satisfies never
  }
}

/** Acknowledging says the same thing however often: it needs no protection from being repeated. */
export const isAck = (name: CallName, body: unknown): boolean =>
  name === 'delivery' || (name === 'messages' && echoBody.safeParse(body).success)

export const isCreate = (body: unknown): boolean => body === undefined || createBody.safeParse(body).success

const unknownTalk: Answer = { ...ok, fault: 'unknown-conversation' }

function answerMessage(talk: Talk | undefined, body: unknown, repeat: boolean): Answer {
  const text = textBody.safeParse(body)
  const postback = postbackBody.safeParse(body)
  const echo = echoBody.safeParse(body)
  if (!text.success && !postback.success && !echo.success) return bad
  if (!talk) return unknownTalk
  if (text.success) return { ...ok, ignored: !talk.hear(text.data.content.text) }
  if (postback.success) return { ...ok, ignored: !talk.press(postback.data.content.payload) }
  talk.acknowledged({ id: echo.data?.id, message: body, state: 'echo', repeat })
  return ok
}

function answerDelivery(talk: Talk | undefined, body: unknown, repeat: boolean): Answer {
  const delivery = member(body, 'delivery')
  if (delivery === undefined) return bad
  if (!talk) return unknownTalk
  const read = deliveryBody.safeParse(body)
  if (!read.success) return { ...ok, fault: 'ack-of-no-message' }
  const { state, message } = read.data.delivery
  talk.acknowledged({ id: message.id, message: member(delivery, 'message'), state, repeat })
  return ok
}

/** Both spellings of reading: `convertsation:read` is what the article prints. */
const activities = ['conversation:read', 'convertsation:read', 'typing:start', 'typing:stop']

function answerActivity(talk: Talk | undefined, body: unknown): Answer {
  if (typeof member(body, 'type') !== 'string') return bad
  if (!talk) return unknownTalk
  const read = activityBody.safeParse(body)
  return read.success && activities.includes(read.data.type) ? ok : { ...ok, fault: 'unknown-activity' }
}

function answerHandback(talk: Talk | undefined, body: unknown): Answer {
  if (!handbackBody.safeParse(body).success) return bad
  if (!talk) return unknownTalk
  talk.handback()
  return ok
}

const member = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined
