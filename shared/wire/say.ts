import { z } from 'zod'
import { clientId, seq } from '../ids.ts'

/** Widget to relay: the visitor says something. Said again with the same id until `said` or `refused` comes. */
export const say = z.object({
  type: z.literal('say'),
  id: clientId,
  text: z.string().min(1),
  /** The form that the text answers. */
  of: seq.optional()
})
export type Say = z.infer<typeof say>

/** Relay to widget: what had this id (a text or a postback) is durable, at this place of the log; 0 when that is another, earlier log of theirs. */
export const said = z.object({ type: z.literal('said'), id: clientId, seq })
export type Said = z.infer<typeof said>

/** Why something was not taken. Only `notStored` and `tooFast` may succeed when tried again. */
const refusedReason = z.enum(['notStored', 'tooFast', 'tooLong', 'conflict', 'closed', 'quiet', 'noAction'])

/** Relay to widget: what had this id was not taken, and nothing was changed. */
export const refused = z.object({ type: z.literal('refused'), id: clientId, reason: refusedReason })
export type Refused = z.infer<typeof refused>
