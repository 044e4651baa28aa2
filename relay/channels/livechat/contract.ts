import { z } from 'zod'
import { keyed, reckoned } from '../../lib/numbers.ts'

/**
 * LiveChat's webhooks and the parts of its Agent Chat and Configuration APIs that are used, versions 3.5 and 3.6. What
 * only is assumed carries the mark ASSUMED(livechat N), N being the section of our notes on it. A key of the wrong
 * type counts as absent wherever it can be done without.
 */

/** Chats and threads: ten letters and digits as far as was seen, and always fit to stand in an address. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const words = z.string().optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)
const many = z.array(z.unknown()).optional().catch(undefined)
const strings = z.array(z.string()).optional().catch(undefined)

export const envelope = z.looseObject({
  secret_key: z.string(),
  action: z.string(),
  organization_id: z.string(),
  payload: z.record(z.string(), z.unknown()).catch({}),
  additional_data: z.looseObject({ chat_presence_user_ids: strings }).optional().catch(undefined)
})
export type Envelope = z.infer<typeof envelope>

const choice = keyed(z.looseObject({ label: words }))
const answered = z.union([z.string(), choice]).optional().catch(undefined)

/** Unanswered may be empty or missing; older versions wrote `value`. */
export const field = z.looseObject({ label: words, answer: answered, value: answered, answers: many })
export type Field = z.infer<typeof field>
export const answer = z.union([z.string(), choice])

const postback = z.looseObject({ id: z.string(), thread_id: words })

export const event = z.looseObject({
  id: z.string().min(1).max(256),
  type: z.string(),
  custom_id: words,
  author_id: words,
  created_at: words,
  /** Some older samples lack it: then everybody sees it. */
  visibility: words,
  deleted: flag,
  text: words,
  postback: postback.optional().catch(undefined),
  url: words,
  name: words,
  content_type: words,
  fields: many,
  system_message_type: words,
  text_vars: z.looseObject({ score: words }).optional().catch(undefined)
})
export type Event = z.infer<typeof event>

export const user = z.looseObject({
  id: z.string(),
  type: words,
  name: words,
  email: words,
  email_verified: flag,
  present: flag,
  visibility: words
})
export type User = z.infer<typeof user>

/** 0 is bad and 1 is good. */
export const ratingProperties = z.looseObject({ rating: z.looseObject({ score: reckoned }) })

const thread = z.looseObject({
  id,
  active: flag,
  created_at: words,
  events: many,
  tags: strings,
  previous_thread_id: id.optional().catch(undefined),
  properties: z.unknown().optional()
})

export const chat = z.looseObject({ id, users: many, thread })
export type Chat = z.infer<typeof chat>

// What the webhooks' actions carry in `payload`.

export const incomingChat = z.looseObject({ chat })
/** Its thread is missing where the chat is over. */
export const inThread = z.looseObject({ chat_id: id, thread_id: id })
export const incomingEvent = inThread.extend({ event })
export const chatTransferred = inThread.extend({
  requester_id: words,
  transferred_to: z.looseObject({ agent_ids: strings }).optional().catch(undefined)
})
export const userAdded = inThread.extend({ user, requester_id: words })
export const userRemoved = inThread.extend({ user_id: z.string() })
export const threadTagged = inThread.extend({ tag: z.string().min(1) })
export const threadProperties = inThread.extend({ properties: z.unknown().optional() })
/** With spaces in webhooks, with underscores everywhere else. */
export const routingStatusSet = z.looseObject({
  agent_id: z.string(),
  status: z.string().transform(text => text.replaceAll(' ', '_'))
})

// What calls are answered.

/** `region`: what `misdirected_request` says that it should have been. */
export const failure = z.looseObject({
  error: z.looseObject({
    type: z.string().regex(/^[a-z_]{1,60}$/),
    data: z.looseObject({ region: words }).optional().catch(undefined)
  })
})
export const botToken = z.looseObject({ token: z.string().regex(/^[\x21-\x7e]+$/) })
export const refreshed = z.looseObject({ access_token: z.string().regex(/^[\x21-\x7e]+$/) })
export const summary = z.looseObject({
  id,
  last_thread_summary: z.looseObject({ id, active: flag, created_at: words }).optional().catch(undefined),
  last_event_per_type: z.record(z.string(), z.unknown()).optional().catch(undefined)
})
export type Summary = z.infer<typeof summary>
export const summaries = z.looseObject({ chats_summary: z.array(z.unknown()), next_page_id: words })

export const registration = z.looseObject({
  id: z.string(),
  url: words,
  description: words,
  action: z.string(),
  filters: z.unknown().optional(),
  type: words
})
export type Registration = z.infer<typeof registration>
export const registered = z.looseObject({ id: z.string() })
export const createdBot = z.looseObject({ id: z.string(), secret: z.string() })
export const botSummary = z.looseObject({ id: z.string(), name: words, owner_client_id: words })
export const hooksState = z.looseObject({ license_webhooks_enabled: z.boolean() })
export const routingStatus = z.looseObject({ agent_id: z.string(), status: z.string() })

/** Every item that can be read at all. */
export function each<Shape extends z.ZodType>(
  shape: Shape,
  items: readonly unknown[] = []
): z.infer<Shape>[] {
  return items.flatMap(candidate => {
    const read = shape.safeParse(candidate)
    return read.success ? [read.data] : []
  })
}
