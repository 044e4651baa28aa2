import type { Committer } from './committer.ts'
import { NotStored } from './not-stored.ts'

/** Whether it was stored. */
export function stored<T>(
  committer: Committer,
  work: () => T,
  published?: (result: T) => void
): Promise<boolean> {
  return truth(committer.run(work, published))
}

/** What came of it, or nothing when it was not stored. */
export function kept<T>(committer: Committer, work: () => T): Promise<T | undefined> {
  return committer.run(work).catch((error: unknown) => {
    reasonOf(error)
    return undefined
  })
}

/** Whether it was stored. */
export function truth(done: Promise<unknown>): Promise<boolean> {
  return done.then(
    () => true,
    (error: unknown) => {
      reasonOf(error)
      return false
    }
  )
}

/** Anything but a failed commit is a fault of ours, and stays an exception. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotStored) return error.message
  throw error
}

/** What came of work that has a transaction of its own, or nothing when it was not stored. */
export function unlessNotStored<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    reasonOf(error)
    return undefined
  }
}
