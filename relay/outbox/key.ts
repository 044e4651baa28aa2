import type { Delivery } from '../conversation/delivery.ts'

/**
 * The same on every try. An acknowledgement may be owed more than once, and has its delivery's number in it: whoever
 * heeds keys would let no second one through, and the bot would wait for ever.
 */
export function keyOf({ id, destination, conversation, entry }: Delivery): string {
  const key = `${conversation}.${entry.seq}`
  const acknowledges = entry.kind === 'message' && 'via' in entry && entry.via === destination
  return acknowledges ? `${key}.${id}` : key
}
