import type { Clock } from '../lib/clock.ts'

interface Timer {
  at: number
  call: () => void
}

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  /** Moves on by `ms`, calling what comes due in its order. */
  move(ms: number): void
}

export function testClock(start = 1_000_000): TestClock {
  let now = start
  const timers = new Set<Timer>()

  function after(ms: number, call: () => void): () => void {
    const timer = { at: now + ms, call }
    timers.add(timer)
    return () => {
      timers.delete(timer)
    }
  }

  return {
    now: () => now,
    after,
    every(ms, call) {
      let cancel: () => void
      const again = () => {
        cancel = after(ms, () => {
          again()
          call()
        })
      }
      again()
      return () => cancel()
    },
    move(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = next.at
        next.call()
      }
      now = end
    }
  }
}
