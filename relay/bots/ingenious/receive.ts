import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard, Reading } from '../../conversation/heard.ts'
import type { Incoming } from '../../lib/incoming.ts'
import { isJson, type Json } from '../../lib/json.ts'
import { paired } from '../paired.ts'
import { readContent } from './content.ts'
import { type EventPayload, envelope, event, type JsonObject, jsonObject } from './contract.ts'
import type { Settings } from './settings.ts'
import { message } from './shapes.ts'

/** One event: what it says, or what to call it in the log. */
type Read = { heard: Heard } | { ignored: string }
interface Known {
  payload: EventPayload
  ids: readonly string[]
  sent: { sentAt?: number }
  settings: Settings
  self: DestinationId
}

/** Each event for itself: one that cannot be read takes no other with it. */
export function receive(incoming: Incoming, settings: Settings, self: DestinationId): Reading {
  const read = envelope.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'not an event of inGenious' }
  const all = read.data.events.map(candidate => readEvent(candidate, settings, self))
  return {
    ok: true,
    heard: all.flatMap(one => ('heard' in one ? [one.heard] : [])),
    ignored: all.flatMap(one => ('ignored' in one ? [one.ignored] : []))
  }
}

function readEvent(candidate: unknown, settings: Settings, self: DestinationId): Read {
  const read = event.safeParse(candidate)
  if (!read.success) return { ignored: 'an event that cannot be read' }
  const { id, timestamp, type, payload } = read.data
  const ids = id === undefined ? [] : [`event:${id}`]
  const known = { payload, ids, sent: timestamp === undefined ? {} : { sentAt: timestamp }, settings, self }
  switch (type) {
    case 'conversation:message':
      return readMessage(known)
    case 'conversation:typing':
      return readTyping(known)
    case 'conversation:handover':
      return readHandover(known)
    default:
      return { ignored: `an event of the unknown type ${JSON.stringify(type.slice(0, 60))}` }
  }
}

/** That the message is at `payload.message`: ASSUMED(ingenious 4.3). */
function readMessage({ payload, ids: eventIds, sent, settings, self }: Known): Read {
  const read = message.safeParse(payload['message'])
  if (!read.success) return { ignored: 'a message that cannot be read' }
  const { id, content: wire, quickReplies = [] } = read.data
  const address = payload.conversation.id
  const ids = id === undefined ? eventIds : [...eventIds, `message:${paired(address, id)}`]
  if (ids.length === 0) return { ignored: 'a message without any id' }
  const outside = Array.isArray(payload['quickReplies']) ? payload['quickReplies'] : []
  const shown = readContent(
    wire,
    { quickReplies: [...quickReplies, ...outside] },
    { parse: settings.parsePayloads }
  )
  const raw = keepable(payload['message'], id)
  return { heard: { address, input: { kind: 'received', via: self, ids, ...shown, ...sent, raw }, raw } }
}

/** The message as it came; what cannot be stored (an abyss of arrays) is acknowledged by what must be in it. */
function keepable(raw: unknown, id: string | undefined): Json {
  if (isJson(raw)) return raw
  return { ...(id !== undefined && { id }), author: { type: 'chatbot' } }
}

/** The first of the places where it may be: ASSUMED(ingenious 4.2). */
function readTyping({ payload }: Known): Read {
  const { activity, typing, type } = payload
  const places = [within(activity, 'type'), activity, type, within(typing, 'type')]
  const word = places.find(place => place === 'typing:start' || place === 'typing:stop')
  if (word === undefined) return { ignored: 'a typing event of an unknown kind' }
  const state = word === 'typing:start' ? 'start' : 'stop'
  return { heard: { address: payload.conversation.id, input: { kind: 'typing', by: 'bot', state } } }
}

/** Not for the visitor's eyes: it may hold a summary for agents. The places: ASSUMED(ingenious 4.4). */
function readHandover({ payload, ids, sent }: Known): Read {
  const { handover, metadata: flat } = payload
  const places = [within(handover, 'metadata'), flat, handover]
  const metadata = places.flatMap(place => asObject(place) ?? [])[0] ?? {}
  return { heard: { address: payload.conversation.id, input: { kind: 'handover', ids, metadata, ...sent } } }
}

const asObject = (value: unknown): JsonObject | undefined => jsonObject.safeParse(value).data

const within = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined
