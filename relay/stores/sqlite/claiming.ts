import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Addresses } from './addresses.ts'
import { entryOf } from './entries.ts'
import type { Claimant } from './owing.ts'
import { change, query } from './query.ts'

interface Row {
  id: number
  destination: DestinationId
  conversation: ConversationId
  seq: Seq
  body: string
  attempts: number
  owed_at: number
  due_at: number
  tried: number
  sent_at: number | null
}

export interface Claimed {
  owed: readonly Delivery[]
  /** May there be more than was asked for? */
  more: boolean
  /** Of rows that cannot be read. They are claimed too, lest they are looked at again every second. */
  faults: readonly unknown[]
}

// By the index of what is owed: in the order of ids, SQLite would read through everything that was ever delivered.
export const claimableSql = (but: string) => `
  SELECT d.id, d.destination, d.conversation, d.seq, d.attempts, d.owed_at, d.due_at, d.tried, d.sent_at, e.body
  FROM delivery d INDEXED BY delivery_owed JOIN entry e ON e.conversation = d.conversation AND e.seq = d.seq
  WHERE d.state = 0 AND (d.node IS NULL OR d.lease_until < ?) AND NOT EXISTS (
    SELECT 1 FROM delivery o WHERE o.conversation = d.conversation AND o.destination = d.destination
    AND o.state = 0 AND o.node <> ? AND o.lease_until >= ?) ${but}
  ORDER BY d.id LIMIT ?`

/** Deliveries that nobody holds. In the order of their ids, so that a lane is never taken from its middle. */
export function createClaiming(db: Database, { node, leaseMs }: Claimant, addresses: Addresses) {
  const claimable = query<[number, string, number, number], Row>(db, claimableSql(''))
  const claimableBut = query<[number, string, number, string, number], Row>(
    db,
    claimableSql('AND d.destination NOT IN (SELECT value FROM json_each(?))')
  )
  const take = change<[string, number, number]>(
    db,
    'UPDATE delivery SET node = ?, lease_until = ? WHERE id = ?'
  )
  const renew = change<[number, string]>(
    db,
    'UPDATE delivery SET lease_until = ? WHERE state = 0 AND node = ?'
  )
  const deliveryOf = (row: Row): Delivery => ({
    id: row.id,
    destination: row.destination,
    conversation: row.conversation,
    entry: entryOf(row),
    attempts: row.attempts,
    owedAt: row.owed_at,
    dueAt: row.due_at,
    address: addresses.find(row.destination, row.conversation),
    ...(row.tried === 1 && { tried: true, ...(row.sent_at !== null && { triedAt: row.sent_at }) })
  })
  return {
    claim(now: number, limit: number, full: readonly DestinationId[]): Claimed {
      const rows =
        full.length === 0
          ? claimable.all(now, node, now, limit)
          : claimableBut.all(now, node, now, JSON.stringify(full), limit)
      for (const { id } of rows) take(node, now + leaseMs, id)
      const owed: Delivery[] = []
      const faults: unknown[] = []
      for (const row of rows) {
        try {
          owed.push(deliveryOf(row))
        } catch (error) {
          faults.push(new Error(`delivery ${row.id} cannot be read`, { cause: error }))
        }
      }
      return { owed, more: rows.length === limit, faults }
    },
    renew: (now: number) => renew(now + leaseMs, node)
  }
}
