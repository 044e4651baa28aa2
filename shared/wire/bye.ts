import { z } from 'zod'
import { type Bye, byes } from './byes.ts'

/** Relay to widget, right before the close: why, and how long to wait at least before coming back. */
export const byeFrame = z.object({
  type: z.literal('bye'),
  reason: z.enum(Object.keys(byes) as [Bye, ...Bye[]]),
  waitMs: z.int().min(0).optional()
})
