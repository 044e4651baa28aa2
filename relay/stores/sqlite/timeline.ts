import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { EntryTold } from '../../console/operators/store.ts'
import { shown as asShown, type Entry } from '../../conversation/entry.ts'
import { type AttemptRow, type DeliveryRow, deliveryColumns, deliveryOf } from './delivery-told.ts'
import { entryOf, type Line } from './entries.ts'
import { query } from './query.ts'

interface LineRow extends Line {
  stored_at: number | null
  /** Below 0 until it was given to a widget. */
  shown_at: number | null
}
interface ReadRow {
  seq: Seq
  at: number
}

/** Where the entries of a conversation have got to. Reads what is its own, by index, whatever else there is. */
export function createTimeline(db: Database) {
  const lines = query<[string, number, number], LineRow>(
    db,
    'SELECT seq, body, stored_at, shown_at FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'
  )
  const deliveries = query<[string, number, number], DeliveryRow>(
    db,
    `SELECT ${deliveryColumns} FROM delivery d WHERE d.conversation = ? AND d.seq BETWEEN ? AND ? ORDER BY d.id`
  )
  const attempts = query<[string], AttemptRow>(
    db,
    'SELECT delivery, at, took_ms, outcome, status, reason FROM attempt WHERE conversation = ? ORDER BY id'
  )
  const given = query<[string, number], { at: number }>(
    db,
    'SELECT shown_at AS at FROM entry WHERE conversation = ? AND seq > ? AND shown_at > 0 ORDER BY seq LIMIT 1'
  )
  const read = query<[string], ReadRow>(
    db,
    'SELECT seq, at FROM been_read WHERE conversation = ? ORDER BY seq'
  )

  return function timeline(conversation: ConversationId, after: Seq, limit: number): EntryTold[] {
    const page = lines.all(conversation, after, limit)
    const last = page.at(-1)
    if (!last) return []
    const tried = grouped(attempts.all(conversation), row => row.delivery)
    const owed = grouped(deliveries.all(conversation, after + 1, last.seq), row => row.seq)
    const marks = read.all(conversation)
    const shown = shownTimes(page, given.one(conversation, last.seq)?.at)
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
