import type { View } from '../connection/state.ts'
import { isOwn } from './rows.ts'

/** How far the newest of the visitor's own words have come. */
export type Come = 'sent' | 'delivered' | 'read'

export function comeOf({ lines, can, receipts }: Pick<View, 'lines' | 'can' | 'receipts'>): Come {
  const own = lines.findLast(isOwn)
  if (!can.receipts || !own) return 'sent'
  if (own.seq <= receipts.read) return 'read'
  return own.seq <= receipts.delivered ? 'delivered' : 'sent'
}
