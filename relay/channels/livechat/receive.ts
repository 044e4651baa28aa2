import type { Named } from '../../conversation/entry.ts'
import type { Heard, Reading } from '../../conversation/heard.ts'
import type { Incoming } from '../../lib/incoming.ts'
import { addressOf, type Place } from './address.ts'
import {
  type Chat,
  chatTransferred,
  type Envelope,
  each,
  envelope,
  event,
  incomingChat,
  incomingEvent,
  inThread,
  type User,
  user,
  userAdded
} from './contract.ts'
import { type Read, type Reader, readEvent } from './events.ts'
import { doesBotAnswer, isAgentAtWork, whoIs } from './who.ts'

/** A reader, and whether the bot takes chats: one that does not gets its webhooks all the same. */
export interface Listener extends Reader {
  accepting: boolean
}

const nothing: Read = { heard: [] }
const unreadable: Read = { ignored: 'a webhook that cannot be read' }

/** One webhook says one thing. */
export function receive(incoming: Incoming, listener: Listener): Reading {
  const read = envelope.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'not a webhook of LiveChat' }
  const one = readAction(read.data, listener)
  if ('ignored' in one) return { ok: true, heard: [], ignored: [one.ignored] }
  return { ok: true, heard: one.heard, ignored: [] }
}

function readAction(hook: Envelope, listener: Listener): Read {
  switch (hook.action) {
    case 'incoming_chat':
      return readNewChat(hook, listener)
    case 'incoming_event':
      return readNewEvent(hook, listener)
    case 'chat_deactivated':
      return readEnd(hook)
    case 'user_added_to_chat':
      return readAgent(hook, listener)
    case 'chat_transferred':
      return readTransfer(hook, listener)
    // The same click comes as a message too, which can also be looked up.
    case 'incoming_rich_message_postback':
    // For the rules, for the status, or for nobody: nothing of it is a part of the conversation.
    case 'user_removed_from_chat':
    case 'thread_tagged':
    case 'thread_properties_updated':
    case 'routing_status_set':
    case 'events_marked_as_seen':
      return nothing
    default:
      return { ignored: `the action ${JSON.stringify(hook.action.slice(0, 60))}` }
  }
}

function readNewChat({ payload }: Envelope, listener: Listener): Read {
  const read = incomingChat.safeParse(payload)
  if (!read.success) return unreadable
  const { chat } = read.data
  const users = each(user, chat.users)
  if (!doesBotAnswer(users, listener.settings)) return { ignored: 'a chat that the bot does not answer in' }
  if (!listener.accepting) return { ignored: 'a chat while the bot takes none' }
  const said = readThread(chat, listener)
  const begun = said.some(({ opens }) => opens) ? said : [begins(placeIn(chat)), ...said]
  const named = namedAmong(users)
  return {
    heard: [...endsBefore(chat), ...begun.map(one => (named && one.opens ? { ...one, named } : one))]
  }
}

/** Anybody can write anybody's e-mail address into a form: one that LiveChat has not verified is left out. */
function namedAmong(users: readonly User[]): Named | undefined {
  const { name, email, email_verified } = users.find(({ type }) => type === 'customer') ?? {}
  const named = {
    ...(name && { name: name.slice(0, longestName) }),
    ...(email && email_verified && { email })
  }
  return Object.keys(named).length > 0 ? named : undefined
}

const longestName = 200

/** A chat has one active thread: where the next begins the one before is over, told or not. */
function endsBefore({ id, thread }: Chat): readonly Heard[] {
  const { previous_thread_id: previous } = thread
  return previous === undefined ? [] : [ends({ chat: id, thread: previous })]
}

const ends = (place: Place): Heard => ({ address: addressOf(place), input: { kind: 'close' }, ifOurs: true })

export const placeIn = ({ id, thread }: Chat): Place => ({ chat: id, thread: thread.id })

/** All that a thread says so far. */
export function readThread(chat: Chat, reader: Reader): readonly Heard[] {
  return each(event, chat.thread.events).flatMap(one => {
    const read = readEvent(one, placeIn(chat), reader)
    return 'heard' in read ? read.heard : []
  })
}

/** A visitor who came and has said nothing yet: the conversation is opened, and nothing happens in it. */
const begins = (place: Place): Heard => ({
  address: addressOf(place),
  input: { kind: 'typing', by: 'visitor', state: 'stop' },
  opens: 'once',
  ifOurs: true
})

function readNewEvent({ payload, additional_data }: Envelope, listener: Listener): Read {
  const read = incomingEvent.safeParse(payload)
  if (!read.success) return unreadable
  const present = additional_data?.chat_presence_user_ids
  // Not told who is there: then it was registered with `my_bots` and came for that reason.
  if (present && !present.includes(listener.settings.botId))
    return { ignored: 'an event of a chat that the bot is not in' }
  if (!listener.accepting) return { ignored: 'an event while the bot takes no chats' }
  const { chat_id: chat, thread_id: thread } = read.data
  const said = readEvent(read.data.event, { chat, thread }, listener)
  const isAgents = present?.some(id => whoIs(id, listener.settings) === 'agent') ?? false
  return isAgents && 'heard' in said ? { heard: said.heard.map(opensNothing) } : said
}

/** Where an agent has the chat, or it is over: what is said belongs to a conversation of ours, or to none. */
export const opensNothing = ({ address, input, otherwise }: Heard): Heard => ({
  address,
  input,
  ...(otherwise && { otherwise }),
  ifOurs: true
})

const addressIn = (read: { chat_id: string; thread_id: string }): string =>
  addressOf({ chat: read.chat_id, thread: read.thread_id })

function readEnd({ payload }: Envelope): Read {
  const read = inThread.safeParse(payload)
  if (!read.success) return unreadable
  return { heard: [ends({ chat: read.data.chat_id, thread: read.data.thread_id })] }
}

/** A person whom the visitor sees has come: the bot is not asked any more. */
function readAgent({ payload }: Envelope, { settings, self }: Listener): Read {
  const read = userAdded.safeParse(payload)
  if (!read.success) return unreadable
  if (!isAgentAtWork(read.data.user, settings)) return nothing
  return { heard: [{ address: addressIn(read.data), input: taken(read.data.user.name, self), ifOurs: true }] }
}

/** An agent without a name stays without one: the id would be an e-mail address. */
export const taken = (name: string | undefined, on: string) =>
  ({ kind: 'take', name: name || 'Agent', on }) as const

/** A person gave the chat to the bot. That it was assigned to it by itself changes nothing. */
function readTransfer({ payload }: Envelope, { settings, self }: Listener): Read {
  const read = chatTransferred.safeParse(payload)
  if (!read.success) return unreadable
  const { transferred_to, requester_id } = read.data
  const toUs = transferred_to?.agent_ids?.includes(settings.botId) ?? false
  if (!toUs || requester_id === undefined || requester_id === settings.botId) return nothing
  return {
    heard: [
      { address: addressIn(read.data), input: { kind: 'handback', metadata: {}, on: self }, ifOurs: true }
    ]
  }
}
