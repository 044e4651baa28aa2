import { z } from 'zod'
import { clientId, seq } from '../ids.ts'

/**
 * Widget to relay: the visitor pressed an action, named by the message's seq and its place in `actionsOf`. Answered
 * by `said` or `refused`, like a say.
 */
export const postback = z.object({ type: z.literal('postback'), id: clientId, seq, action: z.int().min(0) })
export type Postback = z.infer<typeof postback>
