import { setImmediate } from 'node:timers/promises'
import type { ConversationId } from '#shared/ids.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Older } from '#shared/wire/older.ts'
import type { Past, PastConversation } from '#shared/wire/past.ts'
import type { Store } from '../../conversation/store.ts'
import { previewOf, wordsOf } from '../../conversation/summary.ts'
import type { Had } from '../../conversation/visitors.ts'
import type { Clock } from '../../lib/clock.ts'
import { told as toldTo, type WidgetFiles } from './files.ts'

/** Who asks, and in which conversation they are. */
interface Asking {
  visitor: string
  conversation: ConversationId
  /** Earlier conversations may be read. */
  past: boolean
  files: WidgetFiles
}

const againMs = 100

/**
 * Nothing a widget asks for costs more than old entries, and they can wait: others come first, and an address that reads
 * too fast is slowed down.
 */
export async function turnToRead(
  { mayRead }: { mayRead(): boolean },
  clock: Clock,
  isGone: () => boolean
): Promise<void> {
  await setImmediate()
  // Whoever is gone takes nobody's turn.
  while (!isGone() && !mayRead()) await new Promise<void>(resolve => clock.after(againMs, resolve))
}

type HistoryStore = Pick<Store, 'had' | 'isOf' | 'readBefore'>

/** What a visitor asks for of what was said before. */
export async function readBack(store: HistoryStore, asking: Asking, frame: Older | Past): Promise<Down> {
  if (frame.type === 'older') return olderOf(store, asking, frame)
  return asking.past ? pastOf(store, asking.visitor) : { type: 'past', conversations: [] }
}

/** A page is cut from its old end to about so many characters; one entry goes through whatever its size. */
const largeFrame = 131_072

/** A page of the visitor's own log. Of anybody else's there is as much as of one that does not exist. */
async function olderOf(
  store: HistoryStore,
  { visitor, conversation, past, files }: Asking,
  { conversation: wanted, before = Number.MAX_SAFE_INTEGER, limit }: Older
): Promise<Down> {
  const own = wanted === conversation || (past && (await store.isOf(visitor, wanted)))
  const entries = own ? await store.readBefore(wanted, before, limit) : []
  return {
    type: 'older',
    conversation: wanted,
    entries: fitting(entries.map(entry => toldTo(files, wanted, entry)))
  }
}

function fitting<Line>(lines: readonly Line[]): Line[] {
  let room = largeFrame
  const first = lines.findLastIndex(line => {
    room -= JSON.stringify(line).length
    return room < 0
  })
  return lines.slice(Math.min(first + 1, lines.length - 1))
}

const listedAtMost = 50

/** The visitor's conversations, the newest first. */
async function pastOf(store: HistoryStore, visitor: string): Promise<Down> {
  const had = await store.had(visitor, listedAtMost)
  return { type: 'past', conversations: await Promise.all(had.map(one => told(store, one))) }
}

/** What was said last is looked for in so many entries. */
const lookedAt = 20

async function told(store: HistoryStore, { id, phase, head, openedAt }: Had): Promise<PastConversation> {
  const newest = await store.readBefore(id, head + 1, lookedAt)
  return {
    id,
    openedAt,
    lastAt: newest.at(-1)?.at ?? openedAt,
    closed: phase === 'closed',
    preview: previewOf(newest.map(wordsOf).findLast(words => words !== '') ?? '')
  }
}
