import type { Clock } from './clock.ts'

/** Lets one through at a time, so many each second, in the order they came. */
export interface Pace {
  turn(): Promise<void>
}

/** Counts no time of day, so that a clock that is set back makes nobody wait. */
export function createPace(perSecond: number, clock: Clock): Pace {
  const gapMs = 1_000 / perSecond
  let free: Promise<void> = Promise.resolve()
  return {
    turn() {
      const mine = free
      free = mine.then(() => new Promise<void>(resolve => clock.after(gapMs, resolve)))
      return mine
    }
  }
}
