import type { Greeting } from '#shared/site.ts'

/** Where the visitor is, as far as greetings care. */
export interface Here {
  path: string
  /** How much of the page was scrolled past, %. */
  scrolled: number
  /** They were here before. */
  returning: boolean
}

export function fits({ pages, scrolled = 0, returning }: Greeting, here: Here): boolean {
  return (
    (!pages || pages.some(path => new RegExp(path).test(here.path))) &&
    here.scrolled >= scrolled &&
    (returning === undefined || returning === here.returning)
  )
}

/** What is remembered of greetings: when each was shown, and that it was closed. */
export type Memories = Readonly<Partial<globalThis.Record<string, { at: number; closed?: boolean }>>>

const hourMs = 3_600_000

/** At most as often as is set, and never again once it was closed. */
export function mayShow({ id, everyHours }: Greeting, memories: Memories, now: number): boolean {
  const before = memories[id]
  if (!before) return true
  return !before.closed && everyHours !== undefined && now - before.at >= everyHours * hourMs
}
