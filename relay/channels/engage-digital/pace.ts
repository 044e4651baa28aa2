import { Bucket } from '../../lib/bucket.ts'
import type { Clock } from '../../lib/clock.ts'

/** Holds calls back so that there are never more than allowed in any minute. */
export interface Pace {
  /** Resolves when the next call may be made; in order. */
  enter(): Promise<void>
  /** The platform has had enough: nothing goes out for a while, longer each time. Tells how long, ms. */
  slowDown(askedMs: number | undefined): number
  /** It takes calls again. */
  isFine(): void
}

/** ASSUMED(engage-digital 2): how long to wait is not documented. */
const wait = { firstMs: 2_000, capMs: 60_000 }

export function createPace({ perMinute, clock }: { perMinute: number; clock: Clock }): Pace {
  // What may come at once and what comes in the minute after it are together what is allowed.
  const burst = Math.max(1, Math.floor(perMinute / 10))
  const perSecond = (perMinute - burst) / 60
  const bucket = new Bucket({ burst, perSecond }, clock.now())
  const waiting: (() => void)[] = []
  let stillUntil = 0
  let tooMany = 0
  let isSet = false

  function drain(): void {
    while (waiting.length > 0 && clock.now() >= stillUntil && bucket.take(clock.now())) waiting.shift()?.()
    if (waiting.length === 0 || isSet) return
    isSet = true
    clock.after(Math.max(stillUntil - clock.now(), Math.ceil(1_000 / perSecond)), () => {
      isSet = false
      drain()
    })
  }

  return {
    enter: () =>
      new Promise(resolve => {
        waiting.push(resolve)
        drain()
      }),
    slowDown(askedMs) {
      const usual = Math.min(wait.capMs, wait.firstMs * 2 ** tooMany)
      const ms = askedMs ?? usual
      tooMany += 1
      stillUntil = Math.max(stillUntil, clock.now() + ms)
      return ms
    },
    isFine() {
      tooMany = 0
    }
  }
}
