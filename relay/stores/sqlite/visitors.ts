import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Phase } from '../../conversation/state.ts'
import type { Had, Tombstone, Visitors, Whom } from '../../conversation/visitors.ts'
import type { Addresses } from './addresses.ts'
import { entryOf, type Line } from './entries.ts'
import { createErasing } from './erasing.ts'
import type { Loose } from './owing.ts'
import { query } from './query.ts'
import type { SearchIndex } from './search-index.ts'
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
  loose: Loose
  index: SearchIndex
  /** Empties the log of writes. */
  empty(): void
}

/** What is asked about one visitor. */
export function createVisitors(
  db: Database,
  { addresses, loose, index, empty }: Remembered
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
  const before = query<[string, number, number], Line>(
    db,
    'SELECT seq, body FROM entry WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?'
  )
  const owed = query<[string, string], { seq: Seq | null }>(
    db,
    'SELECT min(seq) AS seq FROM delivery WHERE conversation = ? AND destination = ? AND state = 0'
  )
  const erasing = createErasing(db, index, empty)

  return {
    async had(hash: string, limit: number): Promise<readonly Had[]> {
      return list.all(hash, limit).map(({ opened_at, ...had }) => ({ ...had, openedAt: opened_at }))
    },
    isOf: async (hash, conversation) => one.one(hash, conversation) !== undefined,
    readBefore: async (conversation, place, limit) =>
      before.all(conversation, place, limit).reverse().map(entryOf),
    owedFrom: async (conversation: ConversationId, destination: DestinationId) =>
      owed.one(conversation, destination)?.seq ?? undefined,
    visitorOf: async conversation => erasing.visitorOf(conversation),
    async erase(whom: Whom, tombstone?: Tombstone) {
      return unlessNotStored(() => {
        const conversations = erasing.erase(whom, tombstone)
        addresses.forget(conversations)
        if (tombstone && tombstone.owed.length > 0) loose.any = true
        return conversations
      })
    }
  }
}
