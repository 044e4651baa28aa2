import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { EntryTold } from '../../console/operators/store.ts'
import { shown as asShown, type Entry } from '../../conversation/entry.ts'
import { type AttemptRow, type DeliveryRow, deliveryColumns, deliveryOf } from './delivery-told.ts'
import { entryOf, type Line } from './entries.ts'
import { query } from './query.ts'
import { inReach } from './reach.ts'

interface LineRow extends Line {
  stored_at: number | null
  /** Below 0 until it was given to a widget. */
  shown_at: number | null
}
interface ReadRow {
  seq: Seq
  at: number
}

/** A page of a log is told from what is its own, however long the log is: each by an index that knows the place in it. */
export const timelineSql = {
  lines: `SELECT seq, body, stored_at, shown_at FROM entry WHERE conversation = ? AND seq > ? AND ${inReach('entry')} ORDER BY seq LIMIT ?`,
  deliveries: `SELECT ${deliveryColumns} FROM entry e JOIN delivery d ON d.entry = e.id
    WHERE e.conversation = ? AND e.seq BETWEEN ? AND ? ORDER BY d.id`,
  attempts: `SELECT delivery, at, took_ms, outcome, status, reason FROM attempt
    WHERE conversation = ? AND delivery BETWEEN ? AND ? ORDER BY id`,
  given:
    'SELECT shown_at AS at FROM entry WHERE conversation = ? AND seq > ? AND seq <= ? AND shown_at > 0 ORDER BY seq LIMIT 1',
  read: 'SELECT seq, at FROM been_read WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'
}

/** More than a widget is ever given together: in a log of which nothing was shown nobody looks for a mark to its end. */
const togetherAtMost = 500

/** Where the entries of a conversation have got to. */
export function createTimeline(db: Database) {
  const lines = query<[string, number, number], LineRow>(db, timelineSql.lines)
  const deliveries = query<[string, number, number], DeliveryRow>(db, timelineSql.deliveries)
  const attempts = query<[string, number, number], AttemptRow>(db, timelineSql.attempts)
  const given = query<[string, number, number], { at: number }>(db, timelineSql.given)
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
    const beyond = given.one(conversation, last.seq, last.seq + togetherAtMost)
    const shown = shownTimes(page, beyond?.at)
    return page.map((line, nth) => {
      const entry = entryOf(line)
      return {
        entry,
        ...(line.stored_at !== null && { committedAt: line.stored_at }),
        ...seenOf(entry, { shownAt: shown[nth], readAt: marks.find(({ seq }) => seq >= line.seq)?.at }),
        deliveries: (owed.get(line.seq) ?? []).map(row => deliveryOf(row, tried.get(row.id) ?? []))
      }
    })
  }
}

/**
 * What the visitor said they had before we did, so nobody marked it: the next mark is another entry's. So it is where an
 * entry was read before the mark that tells it was shown: its own was lost with a relay that died.
 */
function seenOf(
  entry: Entry,
  { shownAt, readAt }: { shownAt: number | undefined; readAt: number | undefined }
): Pick<EntryTold, 'shownAt' | 'readAt'> {
  if (isOwn(entry) || asShown(entry).kind === 'other') return {}
  const isKnown = shownAt !== undefined && (readAt === undefined || shownAt <= readAt)
  return { ...(isKnown && { shownAt }), ...(readAt !== undefined && { readAt }) }
}

const isOwn = (entry: Entry): boolean =>
  entry.kind === 'postback' || (entry.kind === 'message' && entry.by === 'visitor')

/** What is given together is marked at its last entry: the first mark from there on tells when. */
function shownTimes(page: readonly LineRow[], beyond: number | undefined): (number | undefined)[] {
  let at = beyond
  const times = page.toReversed().map(({ shown_at }) => {
    if (shown_at !== null && shown_at > 0) at = shown_at
    return at
  })
  return times.toReversed()
}

function grouped<Row>(rows: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
