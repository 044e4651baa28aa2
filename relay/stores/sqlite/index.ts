import Database from 'libsql'

import type { Store, Watcher } from '../../conversation/store.ts'
import type { Clock } from '../../lib/clock.ts'
import { type Crash, noCrash } from '../../lib/crash.ts'
import { createAlarms } from './alarms.ts'
import { createCommitter } from './committer.ts'
import { createDeliveries } from './deliveries.ts'
import { createEntries } from './entries.ts'
import { openMark } from './epoch.ts'
import { lock } from './lock.ts'
import { migrate } from './migrations.ts'
import { NotStored } from './not-stored.ts'
import { createReaders } from './readers.ts'

export interface SqliteOptions {
  /** The database file; its folder must exist. */
  path: string
  clock: Clock
  /** Names this process among those that share the store. */
  node: string
  /** How long a claim holds without being renewed. */
  leaseMs: number
  crash?: Crash
  /** Hears of exceptions of those who watch the store. */
  onFault?: (error: unknown) => void
}

/** The embedded store: one file, one process, everything durable (WAL, synchronous FULL) before it is promised. */
export function openSqlite(options: SqliteOptions): Store {
  const { path, clock, node, leaseMs, crash = noCrash, onFault = rethrow } = options
  const unlock = lock(path)
  const db = open(path, crash)
  const mark = openMark(db, path)
  mark.move()
  const stopMarking = clock.every(1_000, () => mark.move())
  return { ...storeOn(db, mark.epoch, { clock, node, leaseMs, crash, onFault }), close }

  function close(): Promise<void> {
    stopMarking()
    if (db.open) {
      mark.move()
      db.pragma('wal_checkpoint(TRUNCATE)')
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
  migrate(db, crash)
  // The lock says that no other process lives: whatever a former one had claimed is free.
  db.exec('UPDATE delivery SET node = NULL WHERE state = 0')
  return db
}

/** The store over an open database; `openSqlite` adds what belongs to the file. */
export function storeOn(
  db: Database.Database,
  epoch: string,
  { clock, node, leaseMs, crash, onFault }: Required<Omit<SqliteOptions, 'path'>>
): Omit<Store, 'close'> {
  const committer = createCommitter(db, crash, onFault)
  const log = createEntries(db)
  const owing = createDeliveries(db, node, leaseMs)
  const alarms = createAlarms(db)
  const readers = createReaders(db)
  const watchers = new Set<Watcher>()

  return {
    epoch,
    async append(work) {
      const owed = () =>
        work.owed.flatMap(({ seq, destination }) => {
          const entry = work.entries[seq - work.expected - 1]
          const delivery = entry && owing.owe(work.conversation, entry, destination, clock.now())
          return delivery ? [delivery] : []
        })
      const run = committer.run(
        () => {
          const appended = log.append(work)
          return { appended, deliveries: appended.kind === 'appended' ? owed() : [] }
        },
        ({ appended, deliveries }) => {
          if (appended.kind !== 'appended') return
          for (const watcher of watchers) {
            watcher.appended?.(work.conversation, work.entries)
            if (deliveries.length > 0) watcher.owed?.(deliveries)
          }
        }
      )
      return run.then(
        ({ appended }) => appended,
        (error: unknown) => ({ kind: 'failed', reason: reasonOf(error) }) as const
      )
    },
    read: async (conversation, after, limit) => log.read(conversation, after, limit),
    byClientId: async (conversation, id) => log.byClientId(conversation, id),
    byReceived: async (from, ids) => log.placeOf(from, ids),
    byAddress: async (destination, address) => owing.byAddress(destination, address),
    address: async (destination, conversation) => owing.address(destination, conversation),
    visitor: async hash => readers.visitor(hash),
    seen: async conversation => readers.seen(conversation),
    conversations: async ({ phase, limit }) => readers.conversations(phase, limit),
    async markSeen(conversation, seq) {
      await stored(() => readers.markSeen(conversation, seq))
    },
    owe(conversation, seq, destination) {
      return stored(
        () => {
          const [entry] = log.read(conversation, seq - 1, 1)
          if (!entry || owing.isOwed(conversation, seq, destination)) return undefined
          return owing.owe(conversation, entry, destination, clock.now())
        },
        delivery => {
          if (delivery) for (const watcher of watchers) watcher.owed?.([delivery])
        }
      )
    },
    settle: (delivery, settlement) => stored(() => owing.settle(delivery, settlement, clock.now())),
    claim: async limit => committer.run(() => owing.claim(clock.now(), limit)),
    async renew() {
      await stored(() => owing.renew(clock.now()))
    },
    deadLetters: async limit => owing.deadLetters(limit),
    revive: async id => committer.run(() => owing.revive(id, clock.now())),
    alarms: async (now, limit) => alarms.due(now, limit),
    async disarm(id) {
      await stored(() => alarms.disarm(id))
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    async ready() {
      return committer.healthy() || (await stored(() => readers.probe(clock.now())))
    }
  }

  function stored<T>(work: () => T, published?: (result: T) => void): Promise<boolean> {
    return committer.run(work, published).then(
      () => true,
      (error: unknown) => {
        reasonOf(error)
        return false
      }
    )
  }
}

/** Anything but a failed commit is a fault of ours, and stays an exception. */
function reasonOf(error: unknown): string {
  if (error instanceof NotStored) return error.message
  throw error
}

/** Where nobody is told of it, a fault ends the process: what was promised is safe, and a restart recovers. */
function rethrow(error: unknown): never {
  throw error
}
