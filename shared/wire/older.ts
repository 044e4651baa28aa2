import { z } from 'zod'
import { entry } from '../entry.ts'
import { conversationId, seq } from '../ids.ts'

/** At most so many entries in one answer. */
const olderAtMost = 200

/** Widget to relay: what stands before a place, in this conversation or in an ended one of the same visitor. */
export const older = z.object({
  type: z.literal('older'),
  conversation: conversationId,
  /** Entries with a smaller seq are wanted; absent: the newest there are. */
  before: seq.optional(),
  limit: z.int().min(1).max(olderAtMost)
})
export type Older = z.infer<typeof older>

/** Relay to widget: the entries right before that place, in order; none are left when the first is seq 1. */
export const olderEntries = z.object({
  type: z.literal('older'),
  conversation: conversationId,
  entries: z.array(entry)
})
export type OlderEntries = z.infer<typeof olderEntries>
