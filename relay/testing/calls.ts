import { conversationId } from '#shared/ids.ts'
import type { Draft } from '../conversation/entry.ts'
import type { Json } from '../lib/json.ts'
import type { Call } from '../outbox/destination.ts'

const conversation = conversationId.parse('c-7f3a')
const id = 'said-0001'

export type EntryCall = Extract<Call, { kind: 'entry' }>

/** An entry as it is owed to a destination, whose address for the conversation is `a-1`. */
export const owed = (draft: Draft): EntryCall => ({
  kind: 'entry',
  conversation,
  entry: { seq: 7, at: 0, ...draft },
  address: 'a-1',
  key: `${conversation}.7`,
  attempts: 0
})

/** The same before the bot has named the conversation. */
export const unnamed = (draft: Draft): EntryCall => ({ ...owed(draft), address: undefined })

const words = (text: string) => ({ kind: 'text', text }) as const
const pressed = (payload: Json): Draft => ({
  kind: 'postback',
  id,
  of: 3,
  action: 0,
  label: 'Orders',
  payload
})

export const said: Draft = { kind: 'message', by: 'visitor', id, content: words('where is my order') }
export const heard = (raw: Json): Draft => ({
  kind: 'message',
  by: 'bot',
  via: 'bots/x',
  content: words('Hi'),
  payloads: [],
  raw
})
export const opened = (start: Json): Draft => ({
  kind: 'opened',
  site: 'shop',
  bot: 'bots/x',
  start,
  locale: 'en-AU',
  page: { url: 'https://shop.example/pricing', title: 'Pricing' }
})

/** One of every kind of entry. */
const everyDraft = (start: Json, raw: Json): Draft[] => [
  opened(start),
  { kind: 'opened', site: 'shop', bot: 'bots/x', start },
  said,
  { kind: 'message', by: 'visitor', id, content: { kind: 'image', url: 'https://shop.example/a.png' } },
  { kind: 'message', by: 'agent', id, name: 'Ann', content: words('Hello') },
  heard(raw),
  pressed({ a: [1, { b: null }] }),
  pressed('a word'),
  pressed(null),
  { kind: 'handover', metadata: {}, until: 1 },
  { kind: 'taken', name: 'Ann' },
  { kind: 'handback', why: 'agent', metadata: { resolvedBy: 'Ann' } },
  { kind: 'handback', why: 'nobody', metadata: null },
  { kind: 'handback', why: 'bot', metadata: {} },
  { kind: 'closed' }
]

/** No path is made for these, or only with care. */
const oddAddresses = ['..', '../../admin', '\ud800', 'a\u0000b', 'ü /?#%', 'x'.repeat(5_000)]

/** Every call there is: with an address, before there is one, and with odd ones. */
export function everyCall(start: Json, raw: Json): Call[] {
  const drafts = everyDraft(start, raw)
  const activities = ['read', 'typing:start', 'typing:stop'] as const
  return [
    ...drafts.map(owed),
    ...drafts.map(unnamed),
    ...['a-1', ...oddAddresses].map((address): Call => ({ kind: 'stray', address, raw })),
    ...activities.map((activity): Call => ({ kind: 'activity', conversation, address: 'a-1', activity }))
  ]
}
