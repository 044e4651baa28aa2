import { Bucket } from '../../lib/bucket.ts'
import type { Clock } from '../../lib/clock.ts'

/** How soon a call must go: what a person waits for goes before what the relay wants to know. */
export type Urgency = 'now' | 'soon'

/** Our own limit, for LiveChat publishes none but blocks who is over it. */
export interface Limiter {
  /** Resolves when the call may go. */
  turn(urgency: Urgency): Promise<void>
  /** Does nobody wait? */
  idle(): boolean
}

export function createLimiter(perSecond: number, clock: Clock): Limiter {
  const bucket = new Bucket({ burst: Math.max(1, Math.floor(perSecond)), perSecond }, clock.now())
  const waiting: Record<Urgency, (() => void)[]> = { now: [], soon: [] }
  let timer = false

  /** Who goes is decided when it may, so that what is urgent overtakes what waits. */
  function look(): void {
    while (waiting.now.length + waiting.soon.length > 0) {
      if (!bucket.take(clock.now())) return again()
      const go = waiting.now.shift() ?? waiting.soon.shift()
      go?.()
    }
  }

  function again(): void {
    timer = true
    clock.after(Math.ceil(1_000 / perSecond), () => {
      timer = false
      look()
    })
  }

  return {
    idle: () => !timer,
    turn: urgency =>
      new Promise(resolve => {
        waiting[urgency].push(resolve)
        if (!timer) look()
      })
  }
}
