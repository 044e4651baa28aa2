import type { Seq } from '#shared/ids.ts'
import type { DeliveryTold } from '../../console/operators/store.ts'
import type { Attempt, DestinationId } from '../../conversation/delivery.ts'

/** As `deliveryColumns` says. */
export interface DeliveryRow {
  id: number
  destination: DestinationId
  seq: Seq
  state: number
  owed_at: number
  settled_at: number | null
  reason: string | null
  sent_at: number | null
  took_ms: number | null
  status: number | null
  dropped_at: number | null
  dropped_why: string | null
}
export interface AttemptRow {
  delivery: number
  at: number
  took_ms: number | null
  outcome: Attempt['outcome']
  status: number | null
  reason: string | null
}

/** Of `delivery d`. */
export const deliveryColumns = `d.id, d.destination, d.seq, d.state, d.owed_at, d.settled_at, d.reason, d.sent_at, d.took_ms,
  d.status, d.dropped_at, d.dropped_why`

const done = 1
const states = ['owed', 'done', 'dead', 'dropped'] as const

/** What became of it: of what went well the last attempt is in its own row. */
export function deliveryOf(row: DeliveryRow, rows: readonly AttemptRow[]): DeliveryTold {
  const { id, destination, owed_at: owedAt, settled_at, reason, dropped_at, dropped_why } = row
  const before = rows.map(attemptOf)
  return {
    id,
    destination,
    owedAt,
    state: states[row.state] ?? 'owed',
    ...(settled_at !== null && { settledAt: settled_at }),
    ...(reason !== null && row.state !== done && { reason }),
    ...(dropped_at !== null && { dropped: { at: dropped_at, why: dropped_why ?? '' } }),
    attempts:
      row.state === done && row.sent_at !== null
        ? [...before, attemptOf({ ...row, delivery: id, at: row.sent_at, outcome: 'taken', reason: null })]
        : before
  }
}

const attemptOf = ({ at, took_ms, outcome, status, reason }: AttemptRow): Attempt => ({
  at,
  outcome,
  ...(took_ms !== null && { tookMs: took_ms }),
  ...(status !== null && { status }),
  ...(reason !== null && { reason })
})
