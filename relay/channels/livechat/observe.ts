import type { Incoming } from '../../lib/incoming.ts'
import type { Api } from './api.ts'
import {
  type Envelope,
  envelope,
  incomingChat,
  incomingEvent,
  inThread,
  routingStatusSet
} from './contract.ts'
import type { Memory } from './memory.ts'
import { factsOf } from './rules/fact.ts'
import type { Rules } from './rules/index.ts'
import type { Settings } from './settings.ts'
import type { Status } from './status.ts'
import { whoIs } from './who.ts'

interface ObserverParts {
  settings: Settings
  api: Api
  memory: Memory
  status: Status
  rules: Rules
}

/** What a webhook means beside what it says, once that is durable. */
export function createObserver({ settings, api, memory, status, rules }: ObserverParts) {
  return function observe(incoming: Incoming): void {
    const read = envelope.safeParse(incoming.json())
    if (!read.success) return
    remember(read.data, memory)
    if (isOfOurBot(read.data, settings)) status.changed(statusIn(read.data))
    if (status.accepting()) markSeen(read.data, settings, api)
    rules.see(factsOf(read.data, incoming.at, settings))
  }
}

function remember({ action, payload }: Envelope, memory: Memory): void {
  if (action === 'incoming_chat') {
    const read = incomingChat.safeParse(payload)
    if (read.success) memory.goesOn({ chat: read.data.chat.id, thread: read.data.chat.thread.id }, true)
    return
  }
  const read = inThread.safeParse(payload)
  if (!read.success) return
  const place = { chat: read.data.chat_id, thread: read.data.thread_id }
  if (action === 'chat_deactivated') memory.ended(place)
  else if (action === 'incoming_event') memory.goesOn(place, false)
}

const isOfOurBot = ({ action, payload }: Envelope, { botId }: Settings): boolean =>
  action === 'routing_status_set' && routingStatusSet.safeParse(payload).data?.agent_id === botId

const statusIn = ({ payload }: Envelope): string => routingStatusSet.safeParse(payload).data?.status ?? ''

/** At most once, and only while nothing else waits to be sent. What an agent is to read is the agent's to have seen. */
function markSeen({ action, payload, additional_data }: Envelope, settings: Settings, api: Api): void {
  if (!settings.markSeen || action !== 'incoming_event' || !api.idle()) return
  const present = additional_data?.chat_presence_user_ids ?? []
  if (!present.includes(settings.botId) || present.some(id => whoIs(id, settings) === 'agent')) return
  const read = incomingEvent.safeParse(payload)
  const seenUpTo = read.data?.event.created_at
  if (!read.success || seenUpTo === undefined) return
  if (whoIs(read.data.event.author_id, settings) !== 'visitor') return
  const body = { chat_id: read.data.chat_id, seen_up_to: seenUpTo }
  void api.asBot({ api: 'agent', action: 'mark_events_as_seen', body, urgency: 'soon' })
}
