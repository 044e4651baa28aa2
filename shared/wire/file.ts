import { z } from 'zod'
import { clientId } from '../ids.ts'

/** The relay's own id of a file. */
export const fileId = z.string().regex(/^[\w-]{1,64}$/)

/** Widget to relay: the visitor says a file that they uploaded before (see Files), with words beside it or without. Answered by `said` or `refused`, like a say. */
export const file = z.object({
  type: z.literal('file'),
  id: clientId,
  file: fileId,
  text: z.string().min(1).optional()
})
export type SayFile = z.infer<typeof file>
