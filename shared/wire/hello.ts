import { z } from 'zod'
import { conversationId, epoch, seq, visitorToken } from '../ids.ts'
import { lateSite } from '../site.ts'

/** How far a reader has come: in which life of the store, in which conversation, and where. */
const cursor = z.object({ epoch, conversation: conversationId, seq })

/** What a page says about its visitor: a few plain values by name. */
const pageData = z
  .record(z.string().min(1).max(64), z.union([z.string().max(500), z.number(), z.boolean()]))
  .refine(data => Object.keys(data).length <= 20, 'at most 20 values')

export const page = z.object({
  url: z.string().max(2048),
  title: z.string().max(300).optional(),
  data: pageData.optional()
})
export type Page = z.infer<typeof page>

/** Widget to relay, first on every socket: opens a conversation, or resumes the token's. */
export const hello = z.object({
  type: z.literal('hello'),
  version: z.int().min(1),
  site: z.string().min(1).max(64),
  token: visitorToken.optional(),
  /** Who the visitor is, signed by the website's server (a JWT); it stands in place of a token. */
  identity: z.string().min(1).max(4_096).optional(),
  /** A code that lets a page preview the widget whose origin is not on the site's list. */
  preview: z.string().min(1).max(128).optional(),
  /** Without a cursor: how many of the newest entries are wanted; absent: all. */
  last: z.int().min(1).max(500).optional(),
  /** Absent when nothing is on the screen yet. */
  cursor: cursor.optional(),
  /** The visitor wants to begin anew: only heeded when the conversation is closed. */
  fresh: z.boolean().optional(),
  locale: z.string().max(35).optional(),
  page: page.optional()
})
export type Hello = z.infer<typeof hello>

/** What can be done here: the platform behind the site, and the site itself, allow it. Absent is no. */
const can = z.object({
  /** The other side hears when the visitor types. */
  typing: z.boolean().optional(),
  /** `receipts` frames come. */
  receipts: z.boolean().optional(),
  /** A person can be asked for. */
  handover: z.boolean().optional(),
  /** The visitor may go back to the bot by themselves. */
  back: z.boolean().optional(),
  /** The visitor may end the conversation. */
  close: z.boolean().optional(),
  /** A conversation that is over may be rated. */
  rate: z.boolean().optional(),
  /** Files may be sent: while an agent has the conversation, or whenever `site.files.always` says so. */
  upload: z.boolean().optional(),
  /** Earlier conversations may be listed and read. */
  past: z.boolean().optional(),
  /** The visitor may have everything about them erased. */
  erase: z.boolean().optional(),
  /** The visitor may go on in a window of its own. */
  window: z.boolean().optional(),
  /** They may choose to be told of news by a sound, and by the system's notifications. */
  sound: z.boolean().optional(),
  notify: z.boolean().optional()
})
export type Can = z.infer<typeof can>

/** Who the visitor talks to. */
const phase = z.discriminatedUnion('is', [
  z.object({ is: z.literal('bot') }),
  z.object({ is: z.literal('waiting') }),
  z.object({ is: z.literal('agent'), name: z.string(), picture: z.string().optional() }),
  z.object({ is: z.literal('closed') })
])
export type Phase = z.infer<typeof phase>

/** Relay to widget, the answer to hello. Entries follow from `after` on. */
export const welcome = z.object({
  type: z.literal('welcome'),
  /** The version spoken from here on. */
  version: z.int().min(1),
  conversation: conversationId,
  epoch,
  /** The hello's cursor if it still holds: then `resumed`. Else the view starts again after here: 0, or a later place if only the `last` were wanted. */
  after: seq,
  /** The hello's cursor holds; absent in a relay of version 1, where it does when `after` is above 0. */
  resumed: z.boolean().optional(),
  /** How the conversation stands at `after`, for who does not see what came before. */
  phase: phase.optional(),
  can: can.optional(),
  /** See the `receipts` frame. */
  delivered: seq.optional(),
  read: seq.optional(),
  /** The newest seq there is; up to here it is history, beyond it live. */
  head: seq,
  /** The last seq this visitor has seen, on any device. */
  seen: seq,
  /** Given once, to a visitor who had none. */
  token: visitorToken.optional(),
  site: lateSite
})
export type Welcome = z.infer<typeof welcome>
