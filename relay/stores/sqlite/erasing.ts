import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import { NotStored } from './not-stored.ts'
import { change, query } from './query.ts'

/**
 * Takes all of a visitor out of the database, in one transaction of its own: what refers to entries goes with them, and
 * to have SQLite look for more of it under each entry would read all deliveries for each.
 */
export function createErasing(db: Database) {
  const had = query<[string], { conversation: ConversationId }>(
    db,
    'SELECT conversation FROM had WHERE visitor = ?'
  )
  // The mark beside the database tells by the newest place that the log went back in time. This was no such thing.
  const keepTop = change<[]>(
    db,
    `INSERT INTO meta SELECT 'top', max(coalesce(max(e.id), 0), coalesce((SELECT value + 0 FROM meta WHERE key = 'top'), 0))
     FROM entry e WHERE true ON CONFLICT DO UPDATE SET value = excluded.value`
  )
  const tables = ['delivery', 'alarm', 'received', 'address', 'seen', 'entry']
  const deletes = [
    ...tables.map(table => `DELETE FROM ${table} WHERE conversation IN (SELECT value FROM json_each(?))`),
    'DELETE FROM conversation WHERE id IN (SELECT value FROM json_each(?))'
  ].map(sql => change<[string]>(db, sql))
  const owned = ['visitor WHERE hash', 'had WHERE visitor'].map(what =>
    change<[string]>(db, `DELETE FROM ${what} = ?`)
  )

  function all(hash: string): readonly ConversationId[] {
    const conversations = had.all(hash).map(({ conversation }) => conversation)
    keepTop()
    for (const remove of owned) remove(hash)
    for (const remove of deletes) remove(JSON.stringify(conversations))
    return conversations
  }

  return function erase(hash: string): readonly ConversationId[] {
    if (!db.open) throw new NotStored('the store is closed')
    db.pragma('foreign_keys = OFF')
    try {
      db.exec('BEGIN IMMEDIATE')
      const conversations = all(hash)
      db.exec('COMMIT')
      // The pages as they were before are in the log of writes until it is emptied.
      db.pragma('wal_checkpoint(TRUNCATE)')
      return conversations
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw new NotStored(String(error), { cause: error })
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
}
