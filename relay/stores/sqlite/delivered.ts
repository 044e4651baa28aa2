import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { DeliveredTold } from '../../console/operators/store.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import { type AttemptRow, type DeliveryRow, deliveryColumns, deliveryOf } from './delivery-told.ts'
import { entryOf } from './entries.ts'
import { query } from './query.ts'
import { inReach } from './reach.ts'

interface Row extends DeliveryRow {
  conversation: ConversationId
  due_at: number
  body: string
}

// Said once more what the index has: otherwise it is not asked.
const pageSql = `SELECT ${deliveryColumns}, d.conversation, d.due_at, e.body FROM delivery d
  JOIN entry e ON e.conversation = d.conversation AND e.seq = d.seq
  WHERE d.destination = ? AND d.destination GLOB 'topics/*' AND d.id < ? AND ${inReach('d')}
  ORDER BY d.id DESC LIMIT ?`
const attemptsSql = `SELECT delivery, at, took_ms, outcome, status, reason FROM attempt
  WHERE conversation = ? AND delivery = ? ORDER BY id`
/** All that is asked: none of it may read through a table, whatever its size. */
export const deliveredSql = [pageSql, attemptsSql]

/** What a subscriber was told last, whatever else there is. */
export function createDelivered(db: Database) {
  const page = query<[string, number, number], Row>(db, pageSql)
  const attempts = query<[string, number], AttemptRow>(db, attemptsSql)

  function toldOf(row: Row): DeliveredTold {
    const { id, conversation, state, due_at: dueAt } = row
    return {
      ...deliveryOf(row, attempts.all(conversation, id)),
      ...(state === 0 && { dueAt }),
      conversation,
      entry: entryOf(row)
    }
  }
  return (to: DestinationId, before: number, limit: number): readonly DeliveredTold[] =>
    page.all(to, before, limit).map(toldOf)
}
