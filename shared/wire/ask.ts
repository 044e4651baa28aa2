import { z } from 'zod'
import { clientId, seq } from '../ids.ts'
import { page } from './hello.ts'

/**
 * Widget to relay: what the visitor wants of the conversation as a whole. `back`: to the bot again; `close`: it is over.
 * Answered by `said` or `refused`, like a say.
 */
export const ask = z.object({ type: z.literal('ask'), id: clientId, what: z.enum(['back', 'close']) })
export type Ask = z.infer<typeof ask>

/** Widget to relay: how it was, once for a conversation. Answered by `said` or `refused`. */
export const rate = z.object({
  type: z.literal('rate'),
  id: clientId,
  /** 1 is worst, 5 is best. */
  score: z.int().min(1).max(5),
  text: z.string().max(1_000).optional()
})
export type Rate = z.infer<typeof rate>

/**
 * Widget to relay: forget this visitor, with every conversation there was. Answered by the bye `erased` once it is done
 * for good; a fault ends the socket, and the widget asks again.
 */
export const erase = z.object({ type: z.literal('erase') })

/** Widget to relay: the page is another now, or says other things about its visitor. */
export const pageNow = z.object({ type: z.literal('page'), page })

/**
 * Relay to widget: what the visitor said is with the platform up to `delivered`, and was read by somebody up to `read`.
 * Only where the welcome says that there are receipts.
 */
export const receipts = z.object({ type: z.literal('receipts'), delivered: seq, read: seq })
export type Receipts = z.infer<typeof receipts>
