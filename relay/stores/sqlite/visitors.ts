import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Phase } from '../../conversation/state.ts'
import type { Had, Visitors } from '../../conversation/visitors.ts'
import type { Addresses } from './addresses.ts'
import type { Clear } from './clearing.ts'
import { entryOf, type Line } from './entries.ts'
import { createErasing, type Erasing } from './erasing.ts'
import { query } from './query.ts'
import { inReach } from './reach.ts'
import { unlessNotStored } from './stored.ts'

interface HadRow {
  id: ConversationId
  phase: Phase
  head: Seq
  opened_at: number
}

/** What must know that somebody is gone. */
interface Remembered {
  addresses: Addresses
  clear: Clear
  /** Empties the log of writes. */
  empty(): void
}

/** Rows changed at once: some milliseconds of the one writer. */
const sliceRows = 100

/** What is asked about one visitor. */
export function createVisitors(
  db: Database,
  { addresses, clear, empty }: Remembered
): Omit<Visitors, 'visitor'> {
  const list = query<[string, number], HadRow>(
    db,
    `SELECT c.id, c.phase, c.opened_at, (SELECT max(seq) FROM entry e WHERE e.conversation = c.id) AS head
     FROM had h JOIN conversation c ON c.id = h.conversation
     WHERE h.visitor = ? ORDER BY c.opened_at DESC, c.id DESC LIMIT ?`
  )
  const one = query<[string, string], { found: number }>(
    db,
    'SELECT 1 AS found FROM had WHERE visitor = ? AND conversation = ?'
  )
  const elsewhere = query<[string, string, string], Line>(
    db,
    `SELECT seq, body FROM had h JOIN entry ON entry.conversation = h.conversation AND client_id = ?3
     WHERE h.visitor = ?1 AND h.conversation <> ?2 AND ${inReach('entry')}`
  )
  const before = query<[string, number, number], Line>(
    db,
    `SELECT seq, body FROM entry WHERE conversation = ? AND seq < ? AND ${inReach('entry')} ORDER BY seq DESC LIMIT ?`
  )
  const owed = query<[string, string], { seq: Seq | null }>(
    db,
    'SELECT min(seq) AS seq FROM delivery WHERE conversation = ? AND destination = ? AND state = 0'
  )
  const erasing = createErasing(db)

  return {
    async had(hash: string, limit: number): Promise<readonly Had[]> {
      return list.all(hash, limit).map(({ opened_at, ...had }) => ({ ...had, openedAt: opened_at }))
    },
    isOf: async (hash, conversation) => one.one(hash, conversation) !== undefined,
    saidElsewhere: async (hash, conversation, id) => elsewhere.all(hash, conversation, id).map(entryOf),
    readBefore: async (conversation, place, limit) =>
      before.all(conversation, place, limit).reverse().map(entryOf),
    owedFrom: async (conversation: ConversationId, destination: DestinationId) =>
      owed.one(conversation, destination)?.seq ?? undefined,
    visitorOf: async conversation => erasing.visitorOf(conversation),
    erase: createErase(erasing, { addresses, clear, empty })
  }
}

/** Withdrawn at once, and cleared a little at a time. */
function createErase(erasing: Erasing, { addresses, clear, empty }: Remembered): Visitors['erase'] {
  return async (whom, tombstone, gone) => {
    const withdrawn = unlessNotStored(() => erasing.withdraw(whom, tombstone))
    if (!withdrawn) return undefined
    addresses.forget(withdrawn)
    gone?.(withdrawn)
    // Also what an erasure left that could not be stored to its end: nobody is told of more than is done.
    for (let more = true; more; ) {
      const done = unlessNotStored(() => clear(sliceRows, 'wanted'))
      if (!done) return undefined
      if (done.buried.length > 0) gone?.(done.buried)
      more = done.more
      // Between two slices everybody else has the store.
      if (more) await new Promise(setImmediate)
    }
    empty()
    return withdrawn
  }
}
