import type { Line, View } from '../connection/state.ts'
import type { Unsent } from '../connection/unsent.ts'

/** How far the newest of the visitor's own words have come. */
export type Come = 'sent' | 'delivered' | 'read'

export function comeOf({ lines, can, receipts }: Pick<View, 'lines' | 'can' | 'receipts'>): Come {
  const own = lines.findLast(
    line => line.kind === 'postback' || (line.kind === 'message' && line.by === 'visitor')
  )
  if (!can.receipts || !own) return 'sent'
  if (own.seq <= receipts.read) return 'read'
  return own.seq <= receipts.delivered ? 'delivered' : 'sent'
}

/** The visitor has said how it was, or that is on its way. */
export const isRated = (lines: readonly Line[], unsent: Unsent): boolean =>
  lines.some(({ kind }) => kind === 'rated') || unsent.some(({ frame }) => frame.type === 'rate')
