import type { Place } from '../address.ts'
import {
  type Chat,
  type Envelope,
  type Event,
  each,
  event,
  incomingChat,
  incomingEvent,
  inThread,
  ratingProperties,
  threadProperties,
  threadTagged,
  user,
  userAdded,
  userRemoved
} from '../contract.ts'
import type { Settings } from '../settings.ts'
import { isAgentAtWork, whoIs } from '../who.ts'
import { tagIdOf } from './suggestion-id.ts'

/** What the rules look at. `at`: ms since 1970. */
export type Fact = { place: Place } & (
  | { kind: 'visitor'; id: string; at: number; text: string }
  | { kind: 'agent'; agent: string; at: number }
  | { kind: 'came'; agent: string; at: number }
  | { kind: 'left'; agent: string }
  | { kind: 'tagged'; tag: string }
  | { kind: 'rated'; score: Score }
  | { kind: 'over' }
)
type Score = 'good' | 'bad'

/** What a webhook tells the rules; `at` is when it came. */
export function factsOf(hook: Envelope, at: number, settings: Settings): readonly Fact[] {
  switch (hook.action) {
    case 'incoming_chat': {
      const read = incomingChat.safeParse(hook.payload)
      return read.success ? factsIn(read.data.chat, settings) : []
    }
    case 'incoming_event': {
      const read = incomingEvent.safeParse(hook.payload)
      return read.success ? ofEvent(read.data.event, placeOf(read.data), settings) : []
    }
    case 'user_added_to_chat': {
      const read = userAdded.safeParse(hook.payload)
      if (!read.success || !isAgentAtWork(read.data.user, settings)) return []
      return [{ kind: 'came', place: placeOf(read.data), agent: read.data.user.id, at }]
    }
    case 'user_removed_from_chat': {
      const read = userRemoved.safeParse(hook.payload)
      return read.success ? [{ kind: 'left', place: placeOf(read.data), agent: read.data.user_id }] : []
    }
    case 'thread_tagged': {
      const read = threadTagged.safeParse(hook.payload)
      return read.success ? [{ kind: 'tagged', place: placeOf(read.data), tag: read.data.tag }] : []
    }
    case 'thread_properties_updated': {
      const read = threadProperties.safeParse(hook.payload)
      return read.success ? ofProperties(read.data.properties, placeOf(read.data)) : []
    }
    case 'chat_deactivated': {
      const read = inThread.safeParse(hook.payload)
      return read.success ? [{ kind: 'over', place: placeOf(read.data) }] : []
    }
    default:
      return []
  }
}

const placeOf = (read: { chat_id: string; thread_id: string }): Place => ({
  chat: read.chat_id,
  thread: read.thread_id
})

/** All that a thread tells, in its order. When it was tagged it does not say: where the first suggestion stands. */
export function factsIn({ id, users, thread }: Chat, settings: Settings): readonly Fact[] {
  const place = { chat: id, thread: thread.id }
  const begun = timeOf(thread.created_at)
  const agents = each(user, users).filter(one => isAgentAtWork(one, settings))
  const tags = new Set(thread.tags)
  const tagged = (tag: string): Fact => ({ kind: 'tagged', place, tag })
  const facts: Fact[] = agents.map(({ id: agent }) => ({ kind: 'came', place, agent, at: begun }))
  for (const one of each(event, thread.events)) {
    const suggested = [...tags].filter(tag => one.custom_id?.startsWith(tagIdOf(thread.id, tag)))
    for (const tag of suggested) tags.delete(tag)
    facts.push(...suggested.map(tagged), ...ofEvent(one, place, settings))
  }
  facts.push(...[...tags].map(tagged))
  facts.push(...ofProperties(thread.properties, place))
  if (thread.active === false) facts.push({ kind: 'over', place })
  return facts
}

function ofEvent(one: Event, place: Place, settings: Settings): readonly Fact[] {
  if (one.visibility === 'agents') return []
  const who = whoIs(one.author_id, settings)
  const at = timeOf(one.created_at)
  if (who === 'visitor') return [{ kind: 'visitor', place, id: one.id, at, text: one.text ?? '' }]
  if (who === 'agent') return [{ kind: 'agent', place, agent: one.author_id ?? '', at }]
  if (who !== 'nobody' || one.system_message_type !== 'rating.chat_rated') return []
  const score = scoreOf(one.text_vars?.score)
  return score ? [{ kind: 'rated', place, score }] : []
}

/** Does not depend on anybody's language, as the words of the notice do. */
function ofProperties(properties: unknown, place: Place): readonly Fact[] {
  const read = ratingProperties.safeParse(properties)
  const score = read.success ? scoreOf(String(read.data.rating.score)) : undefined
  return score ? [{ kind: 'rated', place, score }] : []
}

/** Only `good` was ever seen. ASSUMED(livechat 6.4) */
function scoreOf(word: string | undefined): Score | undefined {
  const known = word?.toLowerCase()
  if (known === 'good' || known === '1') return 'good'
  return known === 'bad' || known === '0' ? 'bad' : undefined
}

const timeOf = (text: string | undefined): number => {
  const at = Date.parse(text ?? '')
  return Number.isFinite(at) ? at : 0
}
