import type { Entry } from '../conversation/entry.ts'

/** What is between the relay and a platform. */
const inner: ReadonlySet<string> = new Set(['raw', 'payloads', 'payload'])

/** An entry as agents see it: all of it, but what an action sends and what the platform sent. */
export const toldToAgents = (entry: Entry): object =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !inner.has(key)))
