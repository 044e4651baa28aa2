import { join } from 'node:path'
import Database from 'libsql'

/** The disk takes no more of what is erased in the store of a folder; returns what gives it room again. */
export function fullDisk(folder: string): () => void {
  const db = new Database(join(folder, 'log.db'))
  db.exec("CREATE TRIGGER full BEFORE UPDATE OF body ON entry BEGIN SELECT RAISE(ABORT, 'full'); END")
  return () => {
    db.exec('DROP TRIGGER full')
    db.close()
  }
}
