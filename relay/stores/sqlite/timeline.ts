import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DeliveryTold, EntryTold } from '../../console/operators/store.ts'
import type { Attempt, DestinationId } from '../../conversation/delivery.ts'
import { entryOf, type Line } from './entries.ts'
import { query } from './query.ts'

interface LineRow extends Line {
  stored_at: number | null
  /** Below 0 until it was given to a widget. */
  shown_at: number | null
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
interface ReadRow {
  seq: Seq
  at: number
}

const done = 1
const states = ['owed', 'done', 'dead', 'dropped'] as const

/** A page of a log is told from what is its own, however long the log is: each by an index that knows the place in it. */
export const timelineSql = {
  lines:
    'SELECT seq, body, stored_at, shown_at FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?',
  deliveries: `SELECT id, destination, seq, state, owed_at, settled_at, reason, sent_at, took_ms, status, dropped_at,
      dropped_why
    FROM delivery WHERE conversation = ? AND seq BETWEEN ? AND ? ORDER BY id`,
  attempts: `SELECT delivery, at, took_ms, outcome, status, reason FROM attempt
    WHERE conversation = ? AND delivery BETWEEN ? AND ? ORDER BY id`,
  given:
    'SELECT shown_at AS at FROM entry WHERE conversation = ? AND seq > ? AND shown_at > 0 ORDER BY seq LIMIT 1',
  read: 'SELECT seq, at FROM been_read WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'
}

/** Where the entries of a conversation have got to. */
export function createTimeline(db: Database) {
  const lines = query<[string, number, number], LineRow>(db, timelineSql.lines)
  const deliveries = query<[string, number, number], DeliveryRow>(db, timelineSql.deliveries)
  const attempts = query<[string, number, number], AttemptRow>(db, timelineSql.attempts)
  const given = query<[string, number], { at: number }>(db, timelineSql.given)
  const read = query<[string, number, number], ReadRow>(db, timelineSql.read)

  return function timeline(conversation: ConversationId, after: Seq, limit: number): EntryTold[] {
    const page = lines.all(conversation, after, limit)
    const last = page.at(-1)
    if (!last) return []
    const rows = deliveries.all(conversation, after + 1, last.seq)
    const [first, final] = [rows[0]?.id ?? 0, rows.at(-1)?.id ?? 0]
    const tried = grouped(attempts.all(conversation, first, final), row => row.delivery)
    const owed = grouped(rows, row => row.seq)
    // As many as the page has entries, and the first beyond it.
    const marks = read.all(conversation, after, page.length + 1)
    const shown = shownTimes(page, given.one(conversation, last.seq)?.at)
    return page.map((line, nth) => {
      const shownAt = shown[nth]
      const readAt = marks.find(({ seq }) => seq >= line.seq)?.at
      return {
        entry: entryOf(line),
        ...(line.stored_at !== null && { committedAt: line.stored_at }),
        ...(shownAt !== undefined && { shownAt }),
        ...(readAt !== undefined && { readAt }),
        deliveries: (owed.get(line.seq) ?? []).map(row => deliveryOf(row, tried.get(row.id) ?? []))
      }
    })
  }
}

/** What is given together is marked at its last entry: the first mark from there on tells when. */
function shownTimes(page: readonly LineRow[], beyond: number | undefined): (number | undefined)[] {
  let at = beyond
  const times = page.toReversed().map(({ shown_at }) => {
    if (shown_at !== null && shown_at > 0) at = shown_at
    return at
  })
  return times.toReversed()
}

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
