import { type Clock, systemClock } from '../lib/clock.ts'

/** The machine's clock, as it would be so many ms later. Timers go as they always do. */
export interface LaterClock extends Clock {
  later(ms: number): void
}

export function laterClock(): LaterClock {
  let ahead = 0
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    later(ms) {
      ahead += ms
    }
  }
}
