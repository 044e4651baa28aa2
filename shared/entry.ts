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
    /** The address of the agent's picture, if the platform gives one. */
    picture: z.string().optional(),
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
  z.object({ ...line, kind: z.literal('taken'), name: z.string(), picture: z.string().optional() }),
  /** Back with the bot: an agent gave it back, nobody was there, nobody came in time, the bot spoke first, or the visitor chose so. */
  z.object({
    ...line,
    kind: z.literal('handback'),
    why: z.enum(['agent', 'nobody', 'late', 'bot', 'visitor'])
  }),
  /** The visitor's message or postback at `of` was given up on: it may be said again. */
  z.object({ ...line, kind: z.literal('undelivered'), of: seq }),
  z.object({ ...line, kind: z.literal('closed') }),
  /** How the visitor found it, after the close: 1 is worst, 5 is best. */
  z.object({ ...line, kind: z.literal('rated'), id: clientId, score: z.int(), text: z.string().optional() }),
  /** It has its place in the log and nothing to show. */
  z.object({ ...line, kind: z.literal('other') })
])
export type Entry = z.infer<typeof entry>
