import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Addresses } from './addresses.ts'
import { query } from './query.ts'

/** Who claims, and for how long. */
export interface Claimant {
  node: string
  leaseMs: number
}

// Born claimed by this node, unless something of its lane is not ours: then whoever holds that takes this too.
const insertSql = `
  INSERT INTO delivery (destination, conversation, seq, state, attempts, owed_at, due_at, node, lease_until)
  SELECT ?, ?, ?, 0, 0, ?, ?,
    CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE conversation = ? AND destination = ? AND state = 0
      AND (node IS NOT ? OR lease_until < ?)) THEN NULL ELSE ? END, ?
  RETURNING id, node`

/** New deliveries. */
export function createOwing(db: Database, { node, leaseMs }: Claimant, addresses: Addresses) {
  const insert = query<
    [string, string, number, number, number, string, string, string, number, string, number],
    { id: number; node: string | null }
  >(db, insertSql)
  const owed = query<[string, string, number], { id: number }>(
    db,
    'SELECT id FROM delivery WHERE conversation = ? AND destination = ? AND seq = ? AND state = 0'
  )
  return {
    /** The delivery if it is ours, undefined if another node will take it. */
    owe(to: DestinationId, of: ConversationId, entry: Entry, now: number): Delivery | undefined {
      const row = insert.one(to, of, entry.seq, now, now, of, to, node, now, node, now + leaseMs)
      if (!row?.node) return undefined
      return {
        id: row.id,
        destination: to,
        conversation: of,
        entry,
        attempts: 0,
        owedAt: now,
        dueAt: now,
        address: addresses.find(to, of)
      }
    },
    isOwed: (conversation: ConversationId, seq: Seq, destination: DestinationId): boolean =>
      owed.one(conversation, destination, seq) !== undefined
  }
}
