import { z } from 'zod'
import { conversationId } from '../ids.ts'

/** Widget to relay: which conversations has this visitor had? */
export const past = z.object({ type: z.literal('past') })
export type Past = z.infer<typeof past>

const pastConversation = z.object({
  id: conversationId,
  /** ms since 1970 */
  openedAt: z.int(),
  /** When its last entry was taken, ms since 1970. */
  lastAt: z.int(),
  closed: z.boolean(),
  /** The beginning of what was said last; empty when nobody said anything. */
  preview: z.string().max(140)
})
export type PastConversation = z.infer<typeof pastConversation>

/** Relay to widget: the visitor's conversations, the newest first, at most 50. */
export const pastList = z.object({
  type: z.literal('past'),
  conversations: z.array(pastConversation).max(50)
})
export type PastList = z.infer<typeof pastList>
