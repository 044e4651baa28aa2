import { z } from 'zod'

/** Place of an entry in its conversation's log: 1, 2, 3 … without holes. 0 means "before the first". */
export const seq = z.int().min(0)
export type Seq = z.infer<typeof seq>

/** Our own id of a conversation. Opaque; it opens nothing by itself. */
export const conversationId = z.string().min(1).max(64).brand<'ConversationId'>()
export type ConversationId = z.infer<typeof conversationId>

/** Made once by the widget for each thing a visitor says or presses, and kept over every retry. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
export type ClientId = z.infer<typeof clientId>

/** A visitor's only credential: 256 random bits as base64url. The relay keeps its hash alone. */
export const visitorToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .brand<'VisitorToken'>()
export type VisitorToken = z.infer<typeof visitorToken>

/** Changes when the store has gone back in time (a restored backup): what readers hold is then void. */
export const epoch = z.string().min(1).max(64)
