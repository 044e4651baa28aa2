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
  /** Makes durable what has been committed so far. Rejects when nobody knows what is on the disk any more. */
  sync(): Promise<void>
  clock: Clock
  crash: Crash
  /** Hears of exceptions of those who wait for a commit: the commit stands, and the others are told. */
  onFault: (error: unknown) => void
}

/** What rides along with others' commits gets one of its own after this long. */
const rideMs = 20

/**
 * One writer, group commit: what arrives while a commit is being made durable, or in the same turn of the event loop,
 * shares the next one. Nobody is told before it is durable, and nobody waits for a timer but what nobody waits for.
 */
export class Committer {
  readonly #db: Database
  readonly #parts: CommitterParts
  #waiting: Job[] = []
  #riding: Job[] = []
  #leave: (() => void) | undefined
  #turn: Promise<void> | undefined
  #healthy = true

  constructor(db: Database, parts: CommitterParts) {
    this.#db = db
    this.#parts = parts
  }

  /** Did the last commit succeed? */
  get healthy(): boolean {
    return this.#healthy
  }

  /** Until what can be read by now is durable; undefined when it is. */
  get durable(): Promise<void> | undefined {
    return this.#turn
  }

  /** Resolves once the work is durable, and then tells `published`; rejects with NotStored. */
  run<T>(work: () => T, published?: (result: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const publish = (result: T) => () => {
        resolve(result)
        published?.(result)
      }
      this.#waiting.push({ work: () => publish(work()), fail: reject })
      this.#go()
    })
  }

  /** The same, before the others of the next commit; causes none of its own for a moment. */
  ride<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#leave ??= this.#parts.clock.after(rideMs, () => this.hurry())
      this.#riding.push({ work: () => resolve.bind(undefined, work()), fail: reject })
    })
  }

  /** What rides waits no longer. */
  hurry(): void {
    if (this.#riding.length === 0) return
    this.#waiting.unshift(...this.#riding)
    this.#riding = []
    this.#go()
  }

  /** Until nothing is left to commit. */
  async finish(): Promise<void> {
    this.hurry()
    await this.#turn
  }

  #go(): void {
    this.#turn ??= this.#work()
  }

  async #work(): Promise<void> {
    await new Promise(setImmediate)
    do {
      const jobs = [...this.#riding, ...this.#waiting]
      this.#riding = []
      this.#waiting = []
      this.#leave?.()
      this.#leave = undefined
      await this.#publish(this.#write(jobs))
    } while (this.#waiting.length > 0)
    this.#turn = undefined
  }

  /** What to tell once it is durable; those who failed know by then. */
  #write(jobs: readonly Job[]): (() => void)[] {
    const written = this.#commit(jobs)
    if (!('error' in written)) return written.published
    const { error, ofAll } = written
    // One of them is the culprit: each gets a transaction of its own.
    if (!ofAll && jobs.length > 1) return jobs.flatMap(job => this.#write([job]))
    for (const job of jobs) job.fail(error)
    return []
  }

  #commit(jobs: readonly Job[]): { published: (() => void)[] } | { error: NotStored; ofAll: boolean } {
    const db = this.#db
    if (!db.open) return { error: new NotStored('the store is closed'), ofAll: true }
    const published: (() => void)[] = []
    try {
      db.exec('BEGIN IMMEDIATE')
      for (const job of jobs) published.push(job.work())
      this.#parts.crash('before-commit')
      db.exec('COMMIT')
      this.#healthy = true
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      const code = codeOf(error)
      // A broken constraint is one job's own fault; anything else is the disk's or the database's.
      this.#healthy = code.startsWith('SQLITE_CONSTRAINT')
      return { error: new NotStored(code, { cause: error }), ofAll: !this.#healthy }
    }
    return { published }
  }

  async #publish(published: readonly (() => void)[]): Promise<void> {
    if (published.length === 0) return
    await this.#parts.sync()
    this.#parts.crash('after-commit')
    for (const publish of published) this.#tell(publish)
  }

  #tell(publish: () => void): void {
    try {
      publish()
    } catch (error) {
      this.#parts.onFault(error)
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown'
}
