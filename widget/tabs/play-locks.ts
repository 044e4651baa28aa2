import type { LocksLike, LockWish } from './tab.ts'

interface Wish {
  owner: object
  held(lock: unknown): Promise<unknown>
  done(): void
  fail(error: Error): void
}

/** A lock of a browser: one holder, a queue behind it, and thieves. */
interface FakeLock {
  ask(wish: Wish, how: LockWish): void
  forget(owner: object): void
}

export interface FakeLocks {
  /** As one page sees them, which is told of them by `tell`. */
  of(owner: object, tell: (run: () => void) => void): LocksLike
  /** A page is gone: so is what it held, and what it waited for. */
  forget(owner: object): void
}

export function createLocks(): FakeLocks {
  const locks = new Map<string, FakeLock>()
  const named = (name: string) => {
    const lock = locks.get(name) ?? createLock()
    locks.set(name, lock)
    return lock
  }
  return {
    of: (owner, tell) => ({
      request: (name, how, use) =>
        new Promise<void>((done, fail) => {
          const held = (lock: unknown) => new Promise(used => tell(() => used(use(lock))))
          const wish = {
            owner,
            held,
            done: () => tell(done),
            fail: (error: Error) => tell(() => fail(error))
          }
          named(name).ask(wish, how)
        })
    }),
    forget(owner) {
      for (const lock of locks.values()) lock.forget(owner)
    }
  }
}

function createLock(): FakeLock {
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
    queueMicrotask(() => void wish.held({}).then(end))
  }
  function ask(wish: Wish, { ifAvailable, steal, signal }: LockWish): void {
    if (steal) {
      holder?.fail(stolen())
      return grant(wish)
    }
    if (ifAvailable && holder) {
      queueMicrotask(() => {
        void wish.held(null)
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
    ask,
    forget(owner) {
      queue = queue.filter(wish => wish.owner !== owner)
      if (holder?.owner !== owner) return
      holder = undefined
      next()
    }
  }
}
