import Database from 'libsql'

/** Holds a database for this process alone, until it ends in whatever way. Throws when another one holds it. */
export function lock(path: string): () => void {
  const db = new Database(`${path}.lock`)
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw new Error(`another relay has ${path} open`, { cause: error })
  }
  return () => {
    // The driver may keep a closed connection for a while; the lock must not stay with it.
    db.exec('ROLLBACK')
    db.close()
  }
}
