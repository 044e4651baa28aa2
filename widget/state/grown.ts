import type { Line } from '../connection/state.ts'

/** What a log has become beside what it was: lines before it, and lines after it. */
export interface Grown {
  older: readonly Line[]
  newer: readonly Line[]
}

/** Nothing when the log is another, or was empty. Its lines never change and have no holes, so its two ends tell it all. */
export function grown(before: readonly Line[], after: readonly Line[]): Grown | undefined {
  const [first] = before
  if (!first) return undefined
  const start = first.seq - (after[0]?.seq ?? 0)
  const end = start + before.length
  if (after[start] !== first || after[end - 1] !== before.at(-1)) return undefined
  return { older: start ? after.slice(0, start) : [], newer: end < after.length ? after.slice(end) : [] }
}

/** A value that follows a log, and reads none of its lines twice. */
export function following<Value>(
  begin: () => Value,
  read: (value: Value, added: Grown) => Value
): (lines: readonly Line[]) => Value {
  let known: readonly Line[] = []
  let value = begin()
  return lines => {
    const added = grown(known, lines)
    value = added ? read(value, added) : read(begin(), { older: [], newer: lines })
    known = lines
    return value
  }
}
