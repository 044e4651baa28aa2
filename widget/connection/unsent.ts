import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Ask, Rate } from '#shared/wire/ask.ts'
import type { SayFile } from '#shared/wire/file.ts'
import type { Postback } from '#shared/wire/postback.ts'
import type { Refused, Say } from '#shared/wire/say.ts'

type Why = Refused['reason']

/** `sent` is durable at the relay and leaves when its entry comes; `delayed` was refused and is tried again. */
export type Fate =
  | { is: 'waiting' }
  /** It waited so long that the visitor is asked first. */
  | { is: 'old' }
  | { is: 'delayed'; why: Why }
  | { is: 'failed'; why: Why }
  | { is: 'sent'; seq: Seq }

/** Something the visitor said, pressed, asked for or rated that is not in the log on the screen yet. */
export interface Item {
  frame: Say | SayFile | Postback | Ask | Rate
  /** What the visitor sees of it; empty for what is not shown. */
  text: string
  at: number
  /** The only one it means something in, if it is not just a text. */
  conversation?: ConversationId | undefined
  fate: Fate
}
export type Unsent = readonly Item[]

export const find = (unsent: Unsent, id: ClientId) => unsent.find(({ frame }) => frame.id === id)

export const without = (unsent: Unsent, id: ClientId): Unsent => unsent.filter(({ frame }) => frame.id !== id)

/** It stands in the log until its entry does. The rest is asked for and forgotten. */
export const isShown = ({ text }: Item) => text !== ''

/** The one to send next. A failed one is passed over until the visitor tries it again. */
export const first = (unsent: Unsent) =>
  unsent.find(({ fate }) => fate.is === 'waiting' || fate.is === 'delayed')

export function meet(unsent: Unsent, id: ClientId, fate: Fate): Unsent {
  return unsent.map(item => (item.frame.id === id ? { ...item, fate } : item))
}

/** What still makes sense in this conversation: texts do, whatever else was meant for another one does not. Of a file the relay says so. */
export function settle(unsent: Unsent, conversation: ConversationId, afresh: boolean): Unsent {
  return unsent.flatMap(item => {
    const foreign = item.conversation !== undefined && item.conversation !== conversation
    const kept = foreign ? uproot(item) : [item]
    return kept.map(one =>
      afresh && one.fate.is === 'failed' && one.fate.why === 'closed' ? wait(one) : one
    )
  })
}

const wait = (item: Item): Item => ({ ...item, fate: { is: 'waiting' } })

function uproot(item: Item): Item[] {
  const { type, id } = item.frame
  if (type === 'say') return [{ ...item, frame: { type, id, text: item.text }, conversation: undefined }]
  return type === 'file' ? [item] : []
}

const oldMs = 24 * 60 * 60_000

/** What was said long ago may no longer be meant: only its visitor sends it now. */
export function aged(unsent: Unsent, now: number): Unsent {
  const isOld = (item: Item) => isShown(item) && item.fate.is === 'waiting' && now - item.at > oldMs
  return unsent.some(isOld)
    ? unsent.map(item => (isOld(item) ? { ...item, fate: { is: 'old' } } : item))
    : unsent
}
