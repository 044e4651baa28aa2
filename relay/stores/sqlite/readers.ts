import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Stored } from '../../conversation/store.ts'
import { entryOf, type Line } from './entries.ts'
import { change, query } from './query.ts'
import { inReach } from './reach.ts'

/** Who reads which conversation, and how far they have come. An entry whose body is empty was erased. */
export function createReaders(db: Database) {
  const visitor = query<[string], { site: string; conversation: ConversationId }>(
    db,
    'SELECT site, conversation FROM visitor WHERE hash = ?'
  )
  const seen = query<[string], { seq: Seq }>(db, 'SELECT seq FROM seen WHERE conversation = ?')
  const markSeen = change<[string, number]>(
    db,
    `INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq`
  )
  const all = query<[number, number], Line & { id: number; conversation: ConversationId }>(
    db,
    `SELECT id, conversation, seq, body FROM entry WHERE id > ? AND body <> '' AND ${inReach('entry')} ORDER BY id LIMIT ?`
  )
  const newest = query<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM entry')
  const probe = change<[string]>(
    db,
    "INSERT INTO meta VALUES ('probe', ?) ON CONFLICT DO UPDATE SET value = excluded.value"
  )
  return {
    visitor(hash: string) {
      const row = visitor.one(hash)
      return row && { site: row.site, conversation: row.conversation }
    },
    seen: (conversation: ConversationId): Seq => seen.one(conversation)?.seq ?? 0,
    markSeen,
    stored: (after: number, limit: number): readonly Stored[] =>
      all
        .all(after, limit)
        .map(line => ({ place: line.id, conversation: line.conversation, entry: entryOf(line) })),
    newest: (): number => newest.one()?.id ?? 0,
    /** A write that means nothing: does it work again? A full disk refuses this too, for it needs a page of log. */
    probe: (now: number) => probe(`${now}${' '.repeat(2_000)}`)
  }
}
