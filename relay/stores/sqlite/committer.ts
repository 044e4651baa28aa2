import type { Database } from 'libsql'
import type { Crash } from '../../lib/crash.ts'
import { NotStored } from './not-stored.ts'

interface Job {
  /** Runs inside the transaction; returns what to do once it is durable. */
  work: () => () => void
  fail: (error: NotStored) => void
}

/**
 * One writer, group commit: what arrives while a commit runs, or in the same turn of the event loop, shares the next
 * one. Nobody waits for a timer.
 */
export interface Committer {
  run<T>(work: () => T, published?: (result: T) => void): Promise<T>
  /** Did the last commit succeed? */
  healthy(): boolean
  /** Commits what is waiting, now. */
  flush(): void
}

/** `onFault` hears of exceptions of those who wait for a commit: the commit stands, and the others are told. */
export function createCommitter(db: Database, crash: Crash, onFault: (error: unknown) => void): Committer {
  let waiting: Job[] = []
  let healthy = true

  function flush(): void {
    const jobs = waiting
    waiting = []
    if (jobs.length === 0) return
    const failed = commit(jobs)
    if (!failed) return
    if (failed.alone || jobs.length === 1) {
      for (const job of jobs) job.fail(failed.error)
      return
    }
    // One of them may be the culprit: each gets a transaction of its own.
    for (const job of jobs) {
      const own = commit([job])
      if (own) job.fail(own.error)
    }
  }

  function commit(jobs: readonly Job[]): { error: NotStored; alone: boolean } | undefined {
    const published: (() => void)[] = []
    if (!db.open) return { error: new NotStored('the store is closed'), alone: true }
    try {
      db.exec('BEGIN IMMEDIATE')
      for (const job of jobs) published.push(job.work())
      crash('before-commit')
      db.exec('COMMIT')
      healthy = true
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      const constraint = codeOf(error).startsWith('SQLITE_CONSTRAINT')
      healthy = constraint
      return { error: new NotStored(codeOf(error), { cause: error }), alone: !constraint }
    }
    crash('after-commit')
    for (const publish of published) {
      try {
        publish()
      } catch (error) {
        onFault(error)
      }
    }
    return undefined
  }

  return {
    flush,
    healthy: () => healthy,
    run(work, published) {
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({
          work() {
            const result = work()
            return () => {
              resolve(result)
              published?.(result)
            }
          },
          fail: reject
        })
      })
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown'
}
