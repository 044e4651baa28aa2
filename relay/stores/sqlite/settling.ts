import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Attempt, Delivery } from '../../conversation/delivery.ts'
import type { Linked, Settlement } from '../../conversation/store.ts'
import type { Addresses } from './addresses.ts'
import { change } from './query.ts'

// A call may come back after its conversation was erased, and the number of what was deleted is given again.
const which = 'WHERE id = ? AND conversation = ? AND seq = ?'
type Which = [id: number, conversation: ConversationId, seq: Seq]

type IfKnown = number | null

interface Settled {
  now: number
  /** What led to it, if a call did. */
  attempt?: Attempt | undefined
}

/** What becomes of deliveries. */
export function createSettling(db: Database, addresses: Addresses) {
  const done = change<[number, IfKnown, IfKnown, IfKnown, ...Which]>(
    db,
    `UPDATE delivery SET state = 1, attempts = attempts + 1, settled_at = ?, sent_at = ?, took_ms = ?, status = ?
     ${which}`
  )
  // What is tried and never settled is found so by the next process.
  const trying = change<[number, ...Which]>(db, `UPDATE delivery SET tried = 1, sent_at = ? ${which}`)
  const later = change<[number, string, ...Which]>(
    db,
    `UPDATE delivery SET attempts = attempts + 1, due_at = ?, reason = ?, tried = 0 ${which}`
  )
  const dead = change<[number, string, ...Which]>(
    db,
    `UPDATE delivery SET state = 2, attempts = attempts + 1, settled_at = ?, reason = ? ${which}`
  )
  const keepAttempt = createAttempts(db)
  return {
    link(delivery: Delivery, address: string, attempt?: Attempt): Exclude<Linked, 'failed'> {
      if (!addresses.keep(delivery.destination, delivery.conversation, address)) return 'taken'
      if (attempt) keepAttempt(delivery, attempt)
      return 'linked'
    },
    settle(delivery: Delivery, settlement: Settlement, { now, attempt }: Settled): void {
      const { id, conversation, entry } = delivery
      const one = [id, conversation, entry.seq] as const
      const { at = null, tookMs = null, status = null } = attempt ?? {}
      if (attempt && settlement.kind !== 'done') keepAttempt(delivery, attempt)
      switch (settlement.kind) {
        case 'done':
          done(now, at, tookMs, status, ...one)
          return
        case 'trying':
          trying(now, ...one)
          return
        case 'later':
          later(settlement.dueAt, settlement.reason, ...one)
          return
        case 'dead':
          dead(now, settlement.reason, ...one)
          return
        default:
          settlement satisfies never
      }
    }
  }
}

/** Of attempts that did not end well: those that did are in the delivery's own row. */
function createAttempts(db: Database) {
  const insert = change<[number, IfKnown, string, IfKnown, string | null, ...Which]>(
    db,
    `INSERT INTO attempt (conversation, delivery, at, took_ms, outcome, status, reason)
     SELECT conversation, id, ?, ?, ?, ?, ? FROM delivery ${which}`
  )
  return ({ id, conversation, entry }: Delivery, { at, tookMs, outcome, status, reason }: Attempt) =>
    insert(at, tookMs ?? null, outcome, status ?? null, reason ?? null, id, conversation, entry.seq)
}
