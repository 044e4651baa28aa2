import { z } from 'zod'
import { conversationId, epoch, seq, visitorToken } from '../ids.ts'

/** How far a reader has come: in which life of the store, in which conversation, and where. */
const cursor = z.object({ epoch, conversation: conversationId, seq })

const page = z.object({ url: z.string().max(2048), title: z.string().max(300).optional() })
export type Page = z.infer<typeof page>

/** Widget to relay, first on every socket: opens a conversation, or resumes the token's. */
export const hello = z.object({
  type: z.literal('hello'),
  version: z.int().min(1),
  site: z.string().min(1).max(64),
  token: visitorToken.optional(),
  /** Absent when nothing is on the screen yet. */
  cursor: cursor.optional(),
  /** The visitor wants to begin anew: only heeded when the conversation is closed. */
  fresh: z.boolean().optional(),
  locale: z.string().max(35).optional(),
  page: page.optional()
})
export type Hello = z.infer<typeof hello>

/** What the relay's configuration says about this site, for the widget to show. */
const siteView = z.object({ title: z.string(), maxText: z.int().min(1) })
export type SiteView = z.infer<typeof siteView>

/** Relay to widget, the answer to hello. Entries follow from `after` on. */
export const welcome = z.object({
  type: z.literal('welcome'),
  /** The version spoken from here on. */
  version: z.int().min(1),
  conversation: conversationId,
  epoch,
  /** The hello's cursor if it still holds, else 0: then the widget starts its view again. */
  after: seq,
  /** The newest seq there is; up to here it is history, beyond it live. */
  head: seq,
  /** The last seq this visitor has seen, on any device. */
  seen: seq,
  /** Given once, to a visitor who had none. */
  token: visitorToken.optional(),
  site: siteView
})
export type Welcome = z.infer<typeof welcome>
