import type { Database } from 'libsql'
import type { Clock } from '../../lib/clock.ts'
import type { Crash } from '../../lib/crash.ts'
import { NotStored } from './not-stored.ts'

interface Job {
  /** Runs inside the transaction; returns what to do once it is durable. */
  work: () => () => void
  fail: (error: NotStored) => void
}

interface CommitterParts {
  clock: Clock
  crash: Crash
  onFault: (error: unknown) => void
}

/** What rides along with others' commits gets one of its own after this long. */
const rideMs = 20

/**
 * One writer, group commit: what arrives while a commit runs, or in the same turn of the event loop, shares the next
 * one. Nobody waits for a timer, but what nobody waits for.
 */
export class Committer {
  readonly #db: Database
  readonly #clock: Clock
  readonly #crash: Crash
  readonly #onFault: (error: unknown) => void
  #waiting: Job[] = []
  #riding: Job[] = []
  #due = false
  #leave: (() => void) | undefined
  #healthy = true

  /** `onFault` hears of exceptions of those who wait for a commit: the commit stands, and the others are told. */
  constructor(db: Database, { clock, crash, onFault }: CommitterParts) {
    this.#db = db
    this.#clock = clock
    this.#crash = crash
    this.#onFault = onFault
  }

  /** Did the last commit succeed? */
  get healthy(): boolean {
    return this.#healthy
  }

  /** Resolves once the work is durable, and then tells `published`; rejects with NotStored. */
  run<T>(work: () => T, published?: (result: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#soon()
      const publish = (result: T) => () => {
        resolve(result)
        published?.(result)
      }
      this.#waiting.push({ work: () => publish(work()), fail: reject })
    })
  }

  /** The same, before the others of the next commit; causes none of its own for a moment. */
  ride<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#leave ??= this.#clock.after(rideMs, () => this.hurry())
      this.#riding.push({ work: () => resolve.bind(undefined, work()), fail: reject })
    })
  }

  /** What rides waits no longer. */
  hurry(): void {
    if (this.#riding.length > 0) this.#soon()
  }

  /** Commits at once whatever there is. */
  finish(): void {
    if (this.#riding.length + this.#waiting.length > 0) this.#flush()
  }

  #soon(): void {
    if (!this.#due) setImmediate(() => this.#flush())
    this.#due = true
  }

  #flush(): void {
    const jobs = [...this.#riding, ...this.#waiting]
    this.#riding = []
    this.#waiting = []
    this.#due = false
    this.#leave?.()
    this.#leave = undefined
    const failure = this.#commit(jobs)
    if (!failure) return
    if (failure.ofAll || jobs.length === 1) for (const job of jobs) job.fail(failure.error)
    // One of them is the culprit: each gets a transaction of its own.
    else for (const job of jobs) this.#alone(job)
  }

  #alone(job: Job): void {
    const failure = this.#commit([job])
    if (failure) job.fail(failure.error)
  }

  #commit(jobs: readonly Job[]): { error: NotStored; ofAll: boolean } | undefined {
    const db = this.#db
    if (jobs.length === 0) return undefined
    if (!db.open) return { error: new NotStored('the store is closed'), ofAll: true }
    const published: (() => void)[] = []
    let working = false
    try {
      db.exec('BEGIN IMMEDIATE')
      working = true
      for (const job of jobs) published.push(job.work())
      working = false
      this.#crash('before-commit')
      db.exec('COMMIT')
      this.#healthy = true
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      const code = codeOf(error)
      // A broken constraint or an exception of its work is one job's own fault; anything else is the disk's or the
      // database's.
      const own = working && !code.startsWith('SQLITE_')
      const ofAll = !own && !code.startsWith('SQLITE_CONSTRAINT')
      if (ofAll) this.#healthy = false
      return { error: new NotStored(code, { cause: error }), ofAll }
    }
    this.#crash('after-commit')
    for (const publish of published) this.#tell(publish)
    return undefined
  }

  #tell(publish: () => void): void {
    try {
      publish()
    } catch (error) {
      this.#onFault(error)
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown'
}
