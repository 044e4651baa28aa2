import { type ConversationId, conversationId } from '#shared/ids.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Append } from '../conversation/store.ts'

export const conversation = (name = 'one'): ConversationId => conversationId.parse(`c-${name}`)
export const bot = 'bots/support'

type Opened = Extract<Entry, { kind: 'opened' }>

export const opened = (seq = 1, more: Partial<Opened> = {}): Opened => ({
  seq,
  at: 1,
  kind: 'opened',
  site: 'shop',
  bot,
  start: { restart: true },
  ...more
})

export const fromVisitor = (seq: number, text = 'hello', id = `client-${seq}-0000`): Entry => ({
  seq,
  at: seq,
  kind: 'message',
  by: 'visitor',
  id,
  content: { kind: 'text', text }
})

export const fromBot = (seq: number, text = 'hi'): Entry => ({
  seq,
  at: seq,
  kind: 'message',
  by: 'bot',
  via: bot,
  content: { kind: 'text', text },
  payloads: [],
  raw: { id: `m${seq}`, unknown: { key: 1 } }
})

/** The first append of a conversation: it is opened, and the bot is owed the news. */
export const opening = (id = conversation(), more: Partial<Append> = {}): Append => ({
  conversation: id,
  expected: 0,
  entries: [opened()],
  owed: [{ destination: bot, seq: 1 }],
  phase: 'bot',
  visitor: { hash: `hash of ${id}`, site: 'shop' },
  ...more
})

/** One more entry, owed to the bot. */
export const adding = (entry: Entry, id = conversation(), more: Partial<Append> = {}): Append => ({
  conversation: id,
  expected: entry.seq - 1,
  entries: [entry],
  owed: [{ destination: bot, seq: entry.seq }],
  phase: 'bot',
  ...(entry.kind === 'message' && entry.by === 'visitor' && { clientId: entry.id }),
  ...more
})

/** The conversation is over, and nobody is owed the news. */
export const closing = (id = conversation(), seq = 2): Append => ({
  conversation: id,
  expected: seq - 1,
  entries: [{ seq, at: seq, kind: 'closed' }],
  owed: [],
  phase: 'closed'
})
