import { z } from 'zod'
import { content } from './content.ts'
import { clientId, seq } from './ids.ts'

const line = {
  seq,
  at: z.int().describe('when the relay took it, ms since 1970; a label, never the sort key')
}

/** One immutable line of a conversation's log, as its visitor may see it. */
export const entry = z.discriminatedUnion('kind', [
  z.object({ ...line, kind: z.literal('opened') }),
  z.object({
    ...line,
    kind: z.literal('message'),
    /** `system`: the platform itself, a notice. */
    by: z.enum(['visitor', 'bot', 'agent', 'system']),
    /** The client id, on the visitor's own. */
    id: clientId.optional(),
    /** The agent's name, on an agent's. */
    name: z.string().optional(),
    /** The form this answers. */
    of: seq.optional(),
    content
  }),
  /** The visitor pressed an action of the message at `of`. */
  z.object({
    ...line,
    kind: z.literal('postback'),
    id: clientId,
    of: seq,
    action: z.int(),
    label: z.string()
  }),
  z.object({ ...line, kind: z.literal('handover') }),
  z.object({ ...line, kind: z.literal('taken'), name: z.string() }),
  /** Back with the bot: an agent gave it back, nobody was there, nobody came in time, or the bot spoke first. */
  z.object({ ...line, kind: z.literal('handback'), why: z.enum(['agent', 'nobody', 'late', 'bot']) }),
  /** The visitor's message or postback at `of` was given up on: it may be said again. */
  z.object({ ...line, kind: z.literal('undelivered'), of: seq }),
  z.object({ ...line, kind: z.literal('closed') })
])
export type Entry = z.infer<typeof entry>
