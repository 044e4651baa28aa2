import type { Down } from '#shared/wire/down.ts'
import type { Entries } from '#shared/wire/entries.ts'
import type { OlderEntries } from '#shared/wire/older.ts'
import type { Line } from '../state.ts'
import { readLines } from './line.ts'
import { isObject, isPlace, meets } from './needs.ts'

/** What the relay may say, with the lines as they are shown here. */
export type Heard =
  | Exclude<Down, Entries | OlderEntries>
  | HeardOlder
  | { type: 'entries'; entries: readonly Line[] }
export type HeardOlder = Omit<OlderEntries, 'entries'> & { entries: readonly Line[] }

const phases = { bot: 'is', waiting: 'is', agent: 'name', closed: 'is' }

const isHeard = (frame: Record<string, unknown>): frame is Record<string, unknown> & Heard =>
  typeof frame['type'] === 'string'

/** A frame from the relay; nothing when it makes no sense here. Never throws. Whoever a frame is for knows what it needs. */
export function readDown(data: unknown): Heard | undefined {
  const frame = parse(data)
  if (!isObject(frame) || !isHeard(frame)) return undefined
  switch (frame.type) {
    case 'entries':
    case 'older':
      return { ...frame, entries: readLines(frame.entries) }
    case 'welcome':
      if (![frame.after, frame.head, frame.seen].every(isPlace) || !isObject(frame.site)) return undefined
      // A phase that is not known here says nothing.
      return isObject(frame.phase) && meets(phases, frame.phase.is, frame.phase)
        ? frame
        : { ...frame, phase: undefined }
    default:
      return frame
  }
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}
