import { createHash } from 'node:crypto'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard, Reading } from '../../conversation/heard.ts'
import type { Input } from '../../conversation/input.ts'
import type { Incoming } from '../../lib/incoming.ts'
import { isJson } from '../../lib/json.ts'
import { textOrNumber } from '../../lib/numbers.ts'
import { paired } from '../paired.ts'
import { readContent } from './content.ts'
import type { Event, EventContent } from './contract.ts'
import { echoesOf } from './echoes.ts'
import { contentOf, eventsOf, happened } from './events.ts'
import type { Settings } from './settings.ts'

/** One event: what it says, or what to call it in the log. */
type Read = { heard: readonly Heard[] } | { ignored: string }
interface Known {
  event: Event
  content: EventContent
  settings: Settings
  self: DestinationId
  at: number
}

/** Each event for itself. What it remembers is only which events and answers were the same words. */
export function receive(incoming: Incoming, settings: Settings, self: DestinationId): Reading {
  const events = eventsOf(incoming.json())
  if (events.length === 0) return { ok: false, status: 400, reason: 'not an event of Ebbot' }
  const all = events.map(event =>
    readEvent({ event, content: contentOf(event), settings, self, at: incoming.at })
  )
  return {
    ok: true,
    heard: all.flatMap(one => ('heard' in one ? one.heard : [])),
    ignored: all.flatMap(one => ('ignored' in one ? [one.ignored] : []))
  }
}

function readEvent(known: Known): Read {
  const { topic } = known.event
  switch (topic) {
    case 'chat.message':
    case 'chat.user.message':
    case 'chat.bot.message':
    case 'chat.agent.message':
    case 'chat.system.message':
      return readMessage(known)
    case 'chat.update':
      return readUpdate(known)
    case 'chat.status.change':
      return isOver(known.content) ? close(known) : { ignored: 'a status that closes nothing' }
    case 'chat.close':
      return close(known)
    case 'chat.create':
    case 'chat.data.update':
    case 'chat.user.update':
    case 'chat.scenario.run':
      return { ignored: `${topic} says nothing to a visitor` }
    default:
      return { ignored: `an event of the unknown topic ${JSON.stringify(topic.slice(0, 60))}` }
  }
}

/** The sender is in the topic or in the message, and what the message says counts. ASSUMED(ebbot 3.1) */
function readMessage(known: Known): Read {
  const { event, content } = known
  const [, inTopic] = /^chat\.(user|bot|agent|system)\.message$/.exec(event.topic) ?? []
  const sender = content.sender ?? inTopic
  const { chatId } = content
  if (chatId === undefined) return { ignored: 'a message of no chat' }
  switch (sender) {
    case 'user':
      return { ignored: 'what a visitor said comes back' }
    case 'bot':
    case 'agent':
    case 'system':
      return readSpoken(known, chatId, sender)
    default:
      return { ignored: 'a message of an unknown sender' }
  }
}

function readSpoken(known: Known, chat: string, sender: 'bot' | 'agent' | 'system'): Read {
  const { event, content, settings, self, at } = known
  const { type = '', value } = content
  const shown = readContent(type, value, settings)
  if (!shown) return { ignored: 'a message that is not shown' }
  const id = idOf(chat, event, content)
  const spoken = { chat, type, value, request: event.requestId }
  const echo = sender === 'bot' ? echoesOf(settings).event(spoken, at, id) : []
  const who =
    sender === 'agent' ? { by: sender, name: settings.agentName } : sender === 'system' && { by: sender }
  const words: Input = { kind: 'received', via: self, ...who, ids: [id, ...echo], ...shown, raw: null }
  const comes = sender === 'agent' && echoesOf(settings).isNews(chat, happened(event))
  const inputs: Input[] = comes ? [{ kind: 'take', name: settings.agentName, on: self }, words] : [words]
  return { heard: inputs.map(input => ({ address: chat, input })) }
}

/** The id alone may be a state's, or somebody's; with the time it is the message's. ASSUMED(ebbot 3.5) */
function idOf(chat: string, { timestamp: sent }: Event, content: EventContent): string {
  const { id, timestamp = sent, sender, type, value } = content
  const time = textOrNumber.safeParse(timestamp).data ?? ''
  if (id !== undefined && time !== '') return `message:${paired(chat, paired(id, time.slice(0, 60)))}`
  const told = JSON.stringify([id, time, sender, type, isJson(value) ? value : null])
  return `message:${paired(chat, createHash('sha256').update(told).digest('base64url'))}`
}

/** Who has the chat is said here and nowhere else; older news is none. */
function readUpdate(known: Known): Read {
  const { event, content, settings, self } = known
  if (isOver(content)) return close(known)
  const { id: chat, handled_by: by } = content
  if (chat === undefined || (by !== 'agent' && by !== 'bot')) return { ignored: 'an update of nothing known' }
  if (!echoesOf(settings).isNews(chat, happened(event))) return { ignored: 'an update that came too late' }
  const input: Input =
    by === 'agent'
      ? { kind: 'take', name: settings.agentName, on: self }
      : { kind: 'handback', metadata: {}, on: self }
  return { heard: [{ address: chat, input }] }
}

/** The kind `close_chat` alone means nothing. ASSUMED(ebbot 5.2) */
const isOver = ({ status }: EventContent): boolean => status === 'chat_closed' || status === 'closed'

const close = ({ content: { id } }: Known): Read =>
  id === undefined
    ? { ignored: 'a chat without an id' }
    : { heard: [{ address: id, input: { kind: 'close' } }] }
