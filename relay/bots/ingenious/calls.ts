import { cut } from '../../lib/cut.ts'
import type { ActivityKind, Call } from '../../outbox/destination.ts'
import { id, jsonObject } from './contract.ts'
import type { Settings } from './settings.ts'

/** One POST under the base URL, or why there is none to make. */
export type Planned =
  | {
      kind: 'post'
      name: 'create' | 'say' | 'acknowledge' | 'activity' | 'handback'
      path: string
      body: unknown
      key?: string
    }
  | { kind: 'none'; reason: string }

type Said = Extract<Call, { kind: 'entry' }>
type Entry<Kind> = Extract<Said['entry'], { kind: Kind }>

export function plan(call: Call, settings: Settings): Planned {
  if (call.address !== undefined && !id.safeParse(call.address).success)
    return { kind: 'none', reason: 'the conversation has an id that fits into no path' }
  switch (call.kind) {
    case 'entry':
      return planEntry(call, settings)
    case 'activity':
      return to(call.address, 'activity', 'activity', activityBody(call.activity, settings))
    case 'stray':
      return acknowledge(call.address, call.raw, settings)
    default:
      return call satisfies never
  }
}

function planEntry({ conversation, entry, address, key }: Said, settings: Settings): Planned {
  if (entry.kind === 'opened' && address === undefined) {
    const body = createBody(conversation, entry, settings)
    return { kind: 'post', name: 'create', path: '/conversations', body, key: `${key}.create` }
  }
  if (address === undefined) return { kind: 'none', reason: 'inGenious has not named this conversation' }
  const planned = planTold(entry, address, settings)
  return planned.kind === 'post' ? { ...planned, key } : planned
}

function planTold(entry: Said['entry'], address: string, settings: Settings): Planned {
  switch (entry.kind) {
    case 'opened':
      return to(address, 'messages', 'say', postback(entry.start))
    case 'message':
      return planMessage(entry, address, settings)
    case 'postback':
      return to(
        address,
        'messages',
        'say',
        entry.payload === null ? text(entry.label) : postback(entry.payload)
      )
    case 'handback':
      return planHandback(entry, address)
    case 'handover':
    case 'taken':
    case 'closed':
    case 'undelivered':
    case 'rated':
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return { kind: 'none', reason: `inGenious is not told of ${entry.kind}` }
    default:
      return entry satisfies never
  }
}

function planMessage(entry: Entry<'message'>, address: string, settings: Settings): Planned {
  switch (entry.by) {
    case 'visitor':
      return planText(entry.content.text, address)
    case 'bot':
      return acknowledge(address, entry.raw, settings)
    // No documented way to relay them. ASSUMED(ingenious 3.6)
    case 'agent':
    case 'system':
      return { kind: 'none', reason: 'inGenious is not told what agents say' }
    default:
      return entry satisfies never
  }
}

/** Text and postback are all a visitor can send: ASSUMED(ingenious 3.2). */
const planText = (words: string | undefined, address: string): Planned =>
  words === undefined
    ? { kind: 'none', reason: 'inGenious takes nothing but text' }
    : to(address, 'messages', 'say', text(words))

/** The bot took the conversation back by itself: it knows. */
const planHandback = ({ why, metadata }: Entry<'handback'>, address: string): Planned =>
  why === 'bot'
    ? { kind: 'none', reason: 'inGenious took the conversation back itself' }
    : to(address, 'handback', 'handback', {
        author: { type: 'agent' },
        handback: { metadata: jsonObject.safeParse(metadata).data ?? {} }
      })

function acknowledge(address: string, raw: unknown, { acknowledge: how }: Settings): Planned {
  return how === 'echo'
    ? to(address, 'messages', 'acknowledge', raw)
    : to(address, 'delivery', 'acknowledge', { delivery: { state: 'success', message: raw } })
}

type Post = Extract<Planned, { kind: 'post' }>

function to(address: string, path: string, name: Post['name'], body: unknown): Post {
  return { kind: 'post', name, path: `/conversations/${encodeURIComponent(address)}/${path}`, body }
}

/** `displayName`: the article's body sample misspells it, its curl sample does not. Lengths: Sunshine Conversations'. */
function createBody(
  conversation: string,
  { page, locale, named }: Entry<'opened'>,
  { displayName }: Settings
) {
  const metadata = { ...(page && { page: cut(page.url, 2000) }), ...(locale && { locale }) }
  const { name = `${displayName} ${conversation.slice(-4)}` } = named ?? {}
  return { displayName: cut(name, 100), metadata }
}

const author = { type: 'user' } as const
const text = (words: string) => ({ author, content: { type: 'text', text: words } })
const postback = (payload: unknown) => ({ author, content: { type: 'postback', payload } })

const activityBody = (activity: ActivityKind, { readSpelling }: Settings) => ({
  author,
  type: activity === 'read' ? readSpelling : activity
})
