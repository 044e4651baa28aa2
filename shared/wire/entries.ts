import { z } from 'zod'
import { entry } from '../entry.ts'
import { seq } from '../ids.ts'

/** Relay to widget: the next part of the log, in order, without holes. */
export const entries = z.object({ type: z.literal('entries'), entries: z.array(entry).min(1) })
export type Entries = z.infer<typeof entries>

/** Widget to relay: everything up to here was on the visitor's screen. */
export const seen = z.object({ type: z.literal('seen'), seq })
