import type { Random } from '../faults/random.ts'

export type Mishap = 'cut' | 'offline' | 'reload' | 'switch'

/** How many of each there are among 10,000 messages, half of which are the visitor's. */
const among = { cut: 500, offline: 100, reload: 50, switch: 20 } as const
const whole = 5_000
/** A small run has some of everything all the same. */
const least = 4

/** What goes wrong before which of the visitor's messages. */
export function planOf(messages: number, random: Random): Map<number, Mishap[]> {
  const plan = new Map<number, Mishap[]>()
  for (const mishap of ['cut', 'offline', 'reload', 'switch'] as const) {
    const count = Math.max(least, Math.round((among[mishap] * messages) / whole))
    for (let left = count; left > 0; left -= 1) {
      const at = random.int(2, messages)
      plan.set(at, [...(plan.get(at) ?? []), mishap])
    }
  }
  return plan
}
