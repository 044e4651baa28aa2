import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Clock } from '../../lib/clock.ts'
import { NotStored } from './not-stored.ts'
import { change, query } from './query.ts'
import { forgettingSql, type SearchIndex } from './search-index.ts'

const among = 'IN (SELECT value FROM json_each(?))'
/**
 * An entry is emptied where it lies. Were it taken out, SQLite would move its neighbours together and leave copies of them in
 * the unused part of a page, where who said them could never be erased: what is not in a row any more is not written over.
 */
const emptied = `UPDATE entry SET conversation = '', seq = -id, client_id = NULL, body = '' WHERE conversation ${among}`
const ownedSql = ['visitor WHERE hash', 'had WHERE visitor'].map(what => `DELETE FROM ${what} = ?`)
const othersSql = [
  ...['delivery', 'attempt', 'alarm', 'received', 'address', 'seen', 'been_read'].map(
    table => `DELETE FROM ${table} WHERE conversation ${among}`
  ),
  emptied,
  `DELETE FROM conversation WHERE id ${among}`
]
/** All that an erasure runs: none of it may read through a table, whatever its size. */
export const erasingSql = [forgettingSql, ...ownedSql, ...othersSql]

/**
 * Takes all of a visitor out of the database, in one transaction of its own: what refers to entries goes with them, and
 * to have SQLite look for more of it under each entry would read all deliveries for each.
 */
export function createErasing(db: Database, clock: Clock, index: SearchIndex) {
  const had = query<[string], { conversation: ConversationId }>(
    db,
    'SELECT conversation FROM had WHERE visitor = ?'
  )
  const owned = ownedSql.map(sql => change<[string]>(db, sql))
  const others = othersSql.map(sql => change<[string]>(db, sql))
  const empty = createEmptying(db, clock)

  function all(hash: string): readonly ConversationId[] {
    const conversations = had.all(hash).map(({ conversation }) => conversation)
    index.forget(conversations)
    for (const remove of owned) remove(hash)
    for (const remove of others) remove(JSON.stringify(conversations))
    return conversations
  }

  return function erase(hash: string): readonly ConversationId[] {
    if (!db.open) throw new NotStored('the store is closed')
    db.pragma('foreign_keys = OFF')
    try {
      db.exec('BEGIN IMMEDIATE')
      const conversations = all(hash)
      db.exec('COMMIT')
      empty()
      return conversations
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw new NotStored(String(error), { cause: error })
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
}

const againMs = 1_000

/**
 * The pages as they were before an erasure are in the log of writes until it is emptied. That has to wait while another
 * program reads the file, as a backup does.
 */
function createEmptying(db: Database, clock: Clock) {
  let due = false
  return function empty(): void {
    if (due || !db.open || emptyLog(db)) return
    due = true
    clock.after(againMs, () => {
      due = false
      empty()
    })
  }
}

/** False when somebody else reads it, or the disk does not take it. */
export function emptyLog(db: Database): boolean {
  try {
    return query<[], { busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)').one()?.busy === 0
  } catch {
    return false
  }
}
