import Database from 'libsql'
import type { OperatorsStore } from '../../console/operators/store.ts'
import type { ConsoleStore } from '../../console/store.ts'
import type { Retaining } from '../../conversation/retaining.ts'
import type { Store } from '../../conversation/store.ts'
import type { Clock } from '../../lib/clock.ts'
import { type Crash, noCrash } from '../../lib/crash.ts'
import { openMark } from './epoch.ts'
import { emptyLog } from './erasing.ts'
import { lock } from './lock.ts'
import { migrate } from './migrations.ts'
import { storeOn } from './store.ts'

export interface SqliteOptions {
  /** The database file; its folder must exist. */
  path: string
  clock: Clock
  /** Names this process among those that share the store. */
  node: string
  /** How long a claim holds without being renewed. */
  leaseMs: number
  crash?: Crash
  /** Hears of exceptions of those who watch the store, and of what is owed and cannot be read. */
  onFault?: (error: unknown) => void
}

export interface SqliteStore extends Store {
  console: ConsoleStore
  operators: OperatorsStore
  retaining: Retaining
}

/** 40 MB of WAL at most: read again in a moment after a crash. */
const checkpointPages = 10_000

/** The embedded store: one file, one process, everything durable (WAL, synchronous FULL) before it is promised. */
export function openSqlite(options: SqliteOptions): SqliteStore {
  const { path, clock, node, leaseMs, crash = noCrash, onFault = rethrow } = options
  const unlock = lock(path)
  const db = open(path, crash)
  const mark = openMark(db, path)
  mark.move()
  const stopMarking = clock.every(1_000, () => mark.move())
  const { finish, ...store } = storeOn(db, mark.epoch, { clock, node, leaseMs, crash, onFault })
  return { ...store, close }

  function close(): Promise<void> {
    stopMarking()
    if (db.open) {
      finish()
      mark.move()
      emptyLog(db)
      db.close()
      unlock()
    }
    return Promise.resolve()
  }
}

function open(path: string, crash: Crash): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // What is deleted is written over: who is erased is not to be found in the file.
  db.pragma('secure_delete = ON')
  // A message writes whole pages of several indexes: by default a checkpoint would stop the relay every few hundred.
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  migrate(db, crash)
  // A relay that died may have left there what it had erased.
  emptyLog(db)
  // The lock says that no other process lives: whatever a former one had claimed is free.
  db.exec('UPDATE delivery SET node = NULL WHERE state = 0')
  return db
}

/** Where nobody is told of it, a fault ends the process: what was promised is safe, and a restart recovers. */
function rethrow(error: unknown): never {
  throw error
}
