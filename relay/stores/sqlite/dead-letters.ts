import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DeadLetter, Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Addresses } from './addresses.ts'
import { entryOf } from './entries.ts'
import { change, query } from './query.ts'

interface Row {
  id: number
  destination: DestinationId
  conversation: ConversationId
  seq: Seq
  attempts: number
  reason: string
  settled_at: number
}
interface WholeRow extends Row {
  body: string
  owed_at: number
  due_at: number
}

const columns = 'd.id, d.destination, d.conversation, d.seq, d.attempts, d.reason, d.settled_at'

/** What was given up on: listed, owed again, or dropped. */
export function createDeadLetters(db: Database, addresses: Addresses) {
  const list = query<[number], Row>(
    db,
    `SELECT ${columns} FROM delivery d WHERE state = 2 ORDER BY id DESC LIMIT ?`
  )
  const one = query<[number], WholeRow>(
    db,
    `SELECT ${columns}, d.owed_at, d.due_at, e.body FROM delivery d
     JOIN entry e ON e.conversation = d.conversation AND e.seq = d.seq WHERE d.id = ? AND d.state = 2`
  )
  const ids = query<[string, number, number], { id: number }>(
    db,
    'SELECT id FROM delivery WHERE state = 2 AND destination = ? AND id > ? ORDER BY id LIMIT ?'
  )
  const revive = change<[number, string]>(
    db,
    `UPDATE delivery SET state = 0, attempts = 0, tried = 0, owed_at = ?1, due_at = ?1, node = NULL, lease_until = 0,
       settled_at = NULL WHERE id IN (SELECT value FROM json_each(?2)) AND state = 2`
  )
  const drop = change<[number, string, number]>(
    db,
    'UPDATE delivery SET state = 3, dropped_at = ?, dropped_why = ? WHERE id = ? AND state = 2'
  )
  const count = query<[], { destination: DestinationId; many: number }>(
    db,
    'SELECT destination, count(*) AS many FROM delivery WHERE state = 2 GROUP BY destination'
  )
  return {
    list: (limit: number): readonly DeadLetter[] =>
      list.all(limit).map(({ settled_at: at, ...row }) => ({ ...row, at })),
    /** As it would be tried if it were owed again. */
    find(id: number): Delivery | undefined {
      const row = one.one(id)
      if (!row) return undefined
      const { destination, conversation, attempts, owed_at: owedAt, due_at: dueAt } = row
      const address = addresses.find(destination, conversation)
      return { id, destination, conversation, entry: entryOf(row), attempts, owedAt, dueAt, address }
    },
    of: (destination: DestinationId, after: number, limit: number): readonly number[] =>
      ids.all(destination, after, limit).map(({ id }) => id),
    revive: (which: readonly number[], now: number): number => revive(now, JSON.stringify(which)),
    count: (): ReadonlyMap<DestinationId, number> =>
      new Map(count.all().map(({ destination, many }) => [destination, many])),
    drop: (id: number, why: string, now: number): boolean => drop(now, why, id) > 0
  }
}
