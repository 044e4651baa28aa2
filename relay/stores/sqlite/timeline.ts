import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DeliveryTold, EntryTold } from '../../console/operators/store.ts'
import type { Attempt, DestinationId } from '../../conversation/delivery.ts'
import { entryOf, type Line } from './entries.ts'
import { query } from './query.ts'

interface LineRow extends Line {
  stored_at: number | null
}
interface DeliveryRow {
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
interface AttemptRow {
  delivery: number
  at: number
  took_ms: number | null
  outcome: Attempt['outcome']
  status: number | null
  reason: string | null
}
interface ReachedRow {
  what: number
  seq: Seq
  at: number
}

const shown = 1
const read = 2
const done = 1
const states = ['owed', 'done', 'dead', 'dropped'] as const

/** Where the entries of a conversation have got to. Reads what is its own, by index, whatever else there is. */
export function createTimeline(db: Database) {
  const lines = query<[string, number, number], LineRow>(
    db,
    'SELECT seq, body, stored_at FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'
  )
  const deliveries = query<[string, number, number], DeliveryRow>(
    db,
    `SELECT id, destination, seq, state, owed_at, settled_at, reason, sent_at, took_ms, status, dropped_at, dropped_why
     FROM delivery WHERE conversation = ? AND seq BETWEEN ? AND ? ORDER BY id`
  )
  const attempts = query<[string], AttemptRow>(
    db,
    'SELECT delivery, at, took_ms, outcome, status, reason FROM attempt WHERE conversation = ? ORDER BY id'
  )
  const reached = query<[string], ReachedRow>(
    db,
    'SELECT what, seq, at FROM reached WHERE conversation = ? ORDER BY what, seq'
  )

  return function timeline(conversation: ConversationId, after: Seq, limit: number): EntryTold[] {
    const page = lines.all(conversation, after, limit)
    const last = page.at(-1)
    if (!last) return []
    const tried = grouped(attempts.all(conversation), row => row.delivery)
    const owed = grouped(deliveries.all(conversation, after + 1, last.seq), row => row.seq)
    const places = grouped(reached.all(conversation), row => row.what)
    return page.map(line => {
      const entry = entryOf(line)
      const shownAt = firstBeyond(places.get(shown), line.seq)
      const readAt = firstBeyond(places.get(read), line.seq)
      return {
        entry,
        ...(line.stored_at !== null && { committedAt: line.stored_at }),
        ...(shownAt !== undefined && { shownAt }),
        ...(readAt !== undefined && { readAt }),
        deliveries: (owed.get(line.seq) ?? []).map(row => deliveryOf(row, tried.get(row.id) ?? []))
      }
    })
  }
}

/** Rows are in the order of their seqs: the first that is as far tells when. */
const firstBeyond = (rows: readonly ReachedRow[] = [], seq: Seq): number | undefined =>
  rows.find(row => row.seq >= seq)?.at

function deliveryOf(row: DeliveryRow, rows: readonly AttemptRow[]): DeliveryTold {
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

function grouped<Row>(rows: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
