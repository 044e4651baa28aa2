import type { Database } from 'libsql'
import { NotStored } from './not-stored.ts'

/** One transaction in which nothing is looked up that refers to what is taken out. */
export function unchecked<T>(db: Database, work: () => T): T {
  if (!db.open) throw new NotStored('the store is closed')
  db.pragma('foreign_keys = OFF')
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw new NotStored(String(error), { cause: error })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
