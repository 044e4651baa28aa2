import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DeadLetter, Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Settlement } from '../../conversation/store.ts'
import type { Addresses } from './addresses.ts'
import { change, query } from './query.ts'

interface DeadRow {
  id: number
  destination: DestinationId
  conversation: ConversationId
  seq: Seq
  attempts: number
  reason: string
  settled_at: number
}

// A call may come back after its conversation was erased, and the number of what was deleted is given again.
const which = 'WHERE id = ? AND conversation = ? AND seq = ?'

/** How deliveries end. */
export function createSettling(db: Database, addresses: Addresses) {
  const done = change<[number, number, string, number]>(
    db,
    `UPDATE delivery SET state = 1, attempts = attempts + 1, settled_at = ? ${which}`
  )
  // What is tried and never settled is found so by the next process.
  const trying = change<[number, string, number]>(db, `UPDATE delivery SET tried = 1 ${which}`)
  const later = change<[number, string, number, string, number]>(
    db,
    `UPDATE delivery SET attempts = attempts + 1, due_at = ?, reason = ?, tried = 0 ${which}`
  )
  const dead = change<[number, string, number, string, number]>(
    db,
    `UPDATE delivery SET state = 2, attempts = attempts + 1, settled_at = ?, reason = ? ${which}`
  )
  return {
    settle(
      { id, destination, conversation, entry: { seq } }: Delivery,
      settlement: Settlement,
      now: number
    ): void {
      switch (settlement.kind) {
        case 'done':
          if (settlement.address !== undefined) {
            addresses.insert(destination, conversation, settlement.address)
          }
          done(now, id, conversation, seq)
          return
        case 'trying':
          trying(id, conversation, seq)
          return
        case 'linked':
          addresses.insert(destination, conversation, settlement.address)
          return
        case 'later':
          later(settlement.dueAt, settlement.reason, id, conversation, seq)
          return
        case 'dead':
          dead(now, settlement.reason, id, conversation, seq)
          return
        default:
          settlement satisfies never
      }
    },
    ...createDeadLetters(db)
  }
}

function createDeadLetters(db: Database) {
  const list = query<[number], DeadRow>(
    db,
    `SELECT id, destination, conversation, seq, attempts, reason, settled_at FROM delivery
     WHERE state = 2 ORDER BY id DESC LIMIT ?`
  )
  const revive = change<[number, number]>(
    db,
    `UPDATE delivery SET state = 0, attempts = 0, tried = 0, owed_at = ?1, due_at = ?1, node = NULL, lease_until = 0,
       settled_at = NULL WHERE id = ?2 AND state = 2`
  )
  return {
    deadLetters: (limit: number): readonly DeadLetter[] =>
      list.all(limit).map(({ id, destination, conversation, seq, attempts, reason, settled_at }) => ({
        id,
        destination,
        conversation,
        seq,
        attempts,
        reason,
        at: settled_at
      })),
    revive: (id: number, now: number): boolean => revive(now, id) > 0
  }
}
