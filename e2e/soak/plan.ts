import type { Random } from '../faults/random.ts'

export type Mishap = 'cut' | 'offline' | 'reload' | 'switch'

/** How many of each there are among 10,000 messages, half of which are the visitor's. */
const among = { cut: 500, offline: 100, reload: 50, switch: 20 } as const
const whole = 5_000
/** A small run has some of everything all the same. */
const least = 4

interface Planned {
  mishap: Mishap
  /** Once so many texts were said. */
  after: number
}

/** What goes wrong, and when. */
export function planOf(messages: number, random: Random): Planned[] {
  const plan = (['cut', 'offline', 'reload', 'switch'] as const).flatMap(mishap =>
    Array.from({ length: Math.max(least, Math.round((among[mishap] * messages) / whole)) }, () => ({
      mishap,
      after: random.int(1, messages)
    }))
  )
  return plan.sort((one, other) => one.after - other.after)
}
