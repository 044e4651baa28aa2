import { setImmediate } from 'node:timers/promises'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Store } from '../conversation/store.ts'

/** What is told again: places of one log, or a time of all of them (ms since 1970). Both ends are in it. */
export type Range =
  | { conversation: ConversationId; from: Seq; to: Seq }
  | { conversation?: undefined; from: number; to: number }

interface Replay {
  store: Pick<Store, 'read' | 'stored' | 'owe'>
  to: DestinationId
  /** What is told of an entry. */
  wanted(entry: Entry): readonly string[]
}

const pageSize = 500

/** How many entries are owed (again), and whether that is all of them: not when one could not be stored. */
export interface Replayed {
  owed: number
  whole: boolean
}

/** Owes what a subscriber is to be told again. What is still owed stays owed as it is. */
export async function replay({ store, to, wanted }: Replay, range: Range): Promise<Replayed> {
  let owed = 0
  for await (const page of pagesOf(store, range)) {
    const told = page.filter(({ entry }) => wanted(entry).length > 0)
    const stored = await Promise.all(
      told.map(({ conversation, entry }) => store.owe(conversation, entry.seq, to))
    )
    owed += stored.filter(Boolean).length
    if (stored.includes(false)) return { owed, whole: false }
    // Messages come first.
    await setImmediate()
  }
  return { owed, whole: true }
}

interface Placed {
  conversation: ConversationId
  entry: Entry
}

async function* pagesOf(store: Replay['store'], range: Range): AsyncGenerator<readonly Placed[]> {
  const { conversation, from, to } = range
  if (conversation === undefined) yield* byTime(store, from, to)
  else yield* byPlace(store, { conversation, from, to })
}

async function* byPlace(
  store: Replay['store'],
  { conversation, from, to }: Extract<Range, { conversation: ConversationId }>
): AsyncGenerator<readonly Placed[]> {
  for (let after = Math.max(0, from - 1); after < to; ) {
    const entries = await store.read(conversation, after, Math.min(pageSize, to - after))
    if (entries.length === 0) return
    yield entries.map(entry => ({ conversation, entry }))
    after += entries.length
  }
}

/** Logs are kept in the order of storing, which a clock that was put back does not keep: so all of them are read. */
async function* byTime(store: Replay['store'], from: number, to: number): AsyncGenerator<readonly Placed[]> {
  for (let after = 0; ; ) {
    const page = await store.stored(after, pageSize)
    const last = page.at(-1)
    if (!last) return
    yield page.filter(({ entry }) => entry.at >= from && entry.at <= to)
    after = last.place
  }
}
