import type { Database } from 'libsql'
import { saidIn } from '../../conversation/said.ts'
import { foldedWords } from '../../lib/words.ts'
import { entryOf, type Line } from './entries.ts'
import { change, query } from './query.ts'

/** Other words are found in the same texts from this version on: what is indexed is indexed anew. */
const version = 1

/** An entry by its place among those of all logs. */
export interface IndexedLine extends Line {
  id: number
}

/**
 * An index of words without the texts, which are in the log: it is told the words of an entry when it comes, and the same
 * words when it goes. `secure-delete` takes them out of it there and then.
 */
export const indexSql = [
  `CREATE VIRTUAL TABLE said USING fts5 (
     words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
   )`,
  "INSERT INTO said (said, rank) VALUES ('secure-delete', 1)"
]

/** All of it runs inside a transaction of whoever asks. */
export function createSearchIndex(db: Database) {
  const add = change<[number, string]>(db, 'INSERT INTO said (rowid, words) VALUES (?, ?)')
  const remove = change<[number, string]>(db, "INSERT INTO said (said, rowid, words) VALUES ('delete', ?, ?)")
  const removeAll = change<[]>(db, "INSERT INTO said (said) VALUES ('delete-all')")
  const next = query<[number, number], IndexedLine>(
    db,
    'SELECT id, seq, body FROM entry WHERE id > ? ORDER BY id LIMIT ?'
  )
  const newest = query<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM entry')
  const { reached, keep } = createPlace(db)
  const each = (rows: readonly IndexedLine[], tell: (id: number, words: string) => unknown) => {
    for (const row of rows) {
      const words = wordsOf(row)
      if (words !== '') tell(row.id, words)
    }
  }

  /** Before these are emptied. What is not taken in must not be taken out. */
  function drop(rows: readonly IndexedLine[]): void {
    const last = reached()
    each(
      rows.filter(({ id }) => id <= last),
      remove
    )
  }

  return {
    reached,
    newest: () => newest.one()?.id ?? 0,
    /** Takes in the next so many entries; false when there were none. */
    grow(many: number): boolean {
      const after = reached()
      const rows = next.all(after, many)
      const last = rows.at(-1)
      if (!last) return false
      if (after === 0) removeAll()
      each(rows, add)
      keep(last.id)
      return true
    },
    drop
  }
}

/** The last entry that is in it. */
function createPlace(db: Database) {
  const keep = change<[string]>(
    db,
    "INSERT INTO meta VALUES ('searched', ?) ON CONFLICT DO UPDATE SET value = excluded.value"
  )
  const kept = query<[], { value: string }>(db, "SELECT value FROM meta WHERE key = 'searched'")
  return {
    keep: (id: number) => keep(`${version}:${id}`),
    reached(): number {
      const [by, id] = (kept.one()?.value ?? '').split(':').map(Number)
      return by === version ? (id ?? 0) : 0
    }
  }
}

/** Of what was erased nothing is left. */
const wordsOf = (row: IndexedLine): string =>
  row.body === '' ? '' : foldedWords(saidIn(entryOf(row))).join(' ')

export type SearchIndex = ReturnType<typeof createSearchIndex>
