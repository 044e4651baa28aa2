import type { LocksLike, LockWish } from './tab.ts'

interface Wish {
  owner: object
  held(lock: unknown): unknown
  done(): void
  fail(error: Error): void
}

/** The locks of a browser: one holder a name, a queue behind it, and thieves. */
export interface FakeLocks {
  /** As one page sees them. */
  of(owner: object): LocksLike
  /** A page is gone: so is what it held, and what it waited for. */
  forget(owner: object): void
  holder(): object | undefined
}

export function createLocks(): FakeLocks {
  let queue: Wish[] = []
  let holder: Wish | undefined

  const stolen = () => new DOMException('stolen', 'AbortError')

  function next(): void {
    if (!holder && queue[0]) grant(queue.shift())
  }
  function grant(wish: Wish | undefined): void {
    if (!wish) return
    holder = wish
    const end = () => {
      if (holder === wish) holder = undefined
      wish.done()
      next()
    }
    queueMicrotask(() => void Promise.resolve(wish.held({})).then(end))
  }
  function ask(wish: Wish, { ifAvailable, steal, signal }: LockWish): void {
    if (steal) {
      holder?.fail(stolen())
      return grant(wish)
    }
    if (ifAvailable && holder) {
      queueMicrotask(() => {
        wish.held(null)
        wish.done()
      })
      return
    }
    queue.push(wish)
    signal?.addEventListener('abort', () => {
      if (!queue.includes(wish)) return
      queue = queue.filter(one => one !== wish)
      wish.fail(stolen())
    })
    next()
  }

  return {
    holder: () => holder?.owner,
    of: owner => ({
      request: (_, wish, held) => new Promise<void>((done, fail) => ask({ owner, held, done, fail }, wish))
    }),
    forget(owner) {
      queue = queue.filter(wish => wish.owner !== owner)
      if (holder?.owner !== owner) return
      holder = undefined
      next()
    }
  }
}
