import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Carries the write-ahead log into the database file beside the event loop. */
export interface Checkpointer {
  /** One more commit: now and then it sets the other thread to work. */
  committed(): void
  close(): Promise<void>
}

/** About 5 MB of log. */
const everyCommits = 250

// A few lines of plain JavaScript, so that neither a build nor a loader has to know of a second entry.
const program = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const db = new Database(workerData.path)
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  parentPort.on('message', message => {
    if (message === 'close') { db.close(); parentPort.close() }
    else try { checkpoint.all() } catch { /* a full disk: the next one may find room */ }
  })
`

/**
 * PASSIVE waits for nobody and keeps nobody waiting. What it has carried over, the writer's own checkpoint (which begins the
 * log anew) need not. `onFault` hears that the thread has ended: from then on the writer does all of it, as before.
 */
export function startCheckpointer(path: string, onFault: (error: unknown) => void): Checkpointer {
  const driver = createRequire(import.meta.url).resolve('libsql')
  const worker = new Worker(program, { eval: true, workerData: { driver, path } })
  worker.unref()
  worker.on('error', onFault)
  const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  let commits = 0
  return {
    committed() {
      commits += 1
      if (commits % everyCommits === 0) worker.postMessage('checkpoint')
    },
    async close() {
      worker.ref()
      worker.postMessage('close')
      await ended
    }
  }
}
