import type { Entry } from '../../conversation/entry.ts'

/** Entries to show together, after a wait. */
export interface Breath {
  waitMs: number
  entries: readonly Entry[]
}

/** Who reads later reads at once. */
const freshMs = 10_000

/** Answers that came all at once, as if they were said one after the other. What is no longer fresh has no pauses. */
export function paced(entries: readonly Entry[], now: number): Breath[] {
  const breaths: Breath[] = []
  for (const entry of entries) {
    const waitMs = pauseOf(entry, now)
    const last = breaths.at(-1)
    if (last && waitMs === 0) breaths[breaths.length - 1] = { ...last, entries: [...last.entries, entry] }
    else breaths.push({ waitMs, entries: [entry] })
  }
  return breaths
}

function pauseOf(entry: Entry, now: number): number {
  if (entry.kind !== 'message' || !('via' in entry)) return 0
  const age = now - entry.at
  // A clock may have been set back since.
  return age >= -freshMs && age <= freshMs ? (entry.pauseMs ?? 0) : 0
}
