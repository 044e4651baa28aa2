import type { Greeting } from '#shared/site.ts'
import { type Memories, mayShow } from './rules.ts'

/** What is known of earlier greetings in this browser. */
export interface Record {
  returning: boolean
  mayShow(greeting: Greeting, now: number): boolean
  shown(greeting: Greeting, now: number): void
  closed(greeting: Greeting): void
}

/**
 * Kept in storage only where that is allowed: a site that asks for consent first is not remembered before it is given,
 * and then a greeting that is to come only now and then does not come at all.
 */
export function createRecord(site: string, asks: boolean): Record {
  const base = `footbridge:${site}`
  const name = `${base}:greetings`
  const allowed = () => !asks || read(`${base}:consent`) !== undefined
  /** Another tab may have written there since. */
  const kept = (): Memories => (allowed() ? parse(read(name)) : {})
  /** What this page has seen of it. */
  let here: Memories = {}

  function remember(id: string, memory: { at: number; closed?: boolean }, keep: boolean): void {
    here = { ...here, [id]: memory }
    if (allowed() && keep) write(name, JSON.stringify({ ...kept(), [id]: memory }))
  }

  return {
    returning: allowed() && (read(base) ?? read(name)) !== undefined,
    mayShow: (greeting, now) =>
      (allowed() || greeting.everyHours === undefined) &&
      mayShow(greeting, here, now) &&
      mayShow(greeting, kept(), now),
    shown: ({ id, everyHours }, now) => remember(id, { at: now }, everyHours !== undefined),
    closed: ({ id }) => remember(id, { at: here[id]?.at ?? 0, closed: true }, true)
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Remembered for as long as the page lives.
  }
}

/** Anybody's script may have written there. */
function parse(text: string | undefined): Memories {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return value !== null && typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}
