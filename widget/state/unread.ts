import type { Line } from '../connection/state.ts'

/** How many messages of others came after the place that was seen. What was seen is not looked at. */
export function unreadOf(lines: readonly Line[], seen: number): number {
  let count = 0
  for (let at = lines.length - 1; (lines[at]?.seq ?? 0) > seen; at -= 1) {
    const line = lines[at]
    if (line?.kind === 'message' && line.by !== 'visitor') count += 1
  }
  return count
}
