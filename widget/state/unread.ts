import type { Line } from '../connection/state.ts'

/** How many messages of others came after the place that was seen. */
export function unreadOf(lines: readonly Line[], seen: number): number {
  return lines.filter(line => line.seq > seen && line.kind === 'message' && line.by !== 'visitor').length
}
