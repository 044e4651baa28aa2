import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Phase } from '../../conversation/state.ts'
import type { Had, Visitors } from '../../conversation/visitors.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Addresses } from './addresses.ts'
import { entryOf, type Line } from './entries.ts'
import { createErasing } from './erasing.ts'
import { NotStored } from './not-stored.ts'
import { query } from './query.ts'
import type { SearchIndex } from './search-index.ts'

interface HadRow {
  id: ConversationId
  phase: Phase
  head: Seq
  opened_at: number
}

interface Tables {
  addresses: Addresses
  index: SearchIndex
}

/** What is asked about one visitor. */
export function createVisitors(
  db: Database,
  clock: Clock,
  { addresses, index }: Tables
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
  const erase = createErasing(db, clock, index)

  return {
    async had(hash: string, limit: number): Promise<readonly Had[]> {
      return list.all(hash, limit).map(({ opened_at, ...had }) => ({ ...had, openedAt: opened_at }))
    },
    isOf: async (hash, conversation) => one.one(hash, conversation) !== undefined,
    readBefore: async (conversation, place, limit) =>
      before.all(conversation, place, limit).reverse().map(entryOf),
    owedFrom: async (conversation: ConversationId, destination: DestinationId) =>
      owed.one(conversation, destination)?.seq ?? undefined,
    async erase(hash) {
      try {
        const conversations = erase(hash)
        addresses.forget(conversations)
        return conversations
      } catch (error) {
        if (error instanceof NotStored) return undefined
        throw error
      }
    }
  }
}
