import { z } from 'zod'
import { isJson, isKeyed, type Json } from '../../lib/json.ts'
import { reckoned, textOrNumber } from '../../lib/numbers.ts'

/**
 * inGenious AI's webhook channel: what we send (calls) and what it sends (events). What its articles show is plain
 * here; what we only assume carries the mark ASSUMED(ingenious N), N being the section of our notes on it.
 */

/** Kept by reference, key order and unknown keys included: an acknowledgement is the message unchanged. */
export const json = z.custom<Json>(isJson, 'not JSON that can be kept')
export type JsonObject = { readonly [key: string]: Json }
export const jsonObject = z.custom<JsonObject>(value => isKeyed(value) && isJson(value), 'not an object')

/** Opaque, but fit to be stored and to be one step of a path. Printed as strings; a number is no less an id. */
export const id = textOrNumber.pipe(z.string().regex(/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]{1,256}$/u))

// Calls: relay to inGenious.

/** The whole body of POST /conversations is optional. */
export const createBody = z.looseObject({
  displayName: z.string().optional(),
  description: z.string().optional(),
  metadata: jsonObject.optional()
})
export const created = z.looseObject({ conversation: z.looseObject({ id }) })

/** How a conversation is started: exactly one of three forms. Extra keys in `nextPassage`: ASSUMED(ingenious 3.2b). */
export const start = z.union([
  z.strictObject({ restart: z.literal(true) }),
  z.strictObject({ entryPoint: z.string().min(1) }),
  z.strictObject({
    nextPassage: z
      .object({ passageId: z.string().min(1), inlineActions: z.array(json).exactOptional() })
      .catchall(json)
  })
])

const user = z.looseObject({ type: z.literal('user') })
const chatbot = z.looseObject({ type: z.literal('chatbot') })

export const textBody = z.looseObject({
  author: user,
  content: z.looseObject({ type: z.literal('text'), text: z.string() })
})
export const postbackBody = z.looseObject({
  author: user,
  content: z.looseObject({ type: z.literal('postback'), payload: json })
})
/** The received message at the top level: ASSUMED(ingenious 3.2c). */
export const echoBody = z.looseObject({ id, author: chatbot })
export const deliveryBody = z.looseObject({
  delivery: z.looseObject({ state: z.string(), message: z.looseObject({ id, author: chatbot }) })
})
/** `type` is a string, the article stresses, and no object. */
export const activityBody = z.looseObject({ author: user, type: z.string() })
export const handbackBody = z.looseObject({
  author: z.looseObject({ type: z.literal('agent') }),
  handback: z.looseObject({ metadata: jsonObject.optional() })
})

// Events: inGenious to relay.

/** Whose it is may be written as a number, too; one that could be no id of ours is a stranger's. */
export const envelope = z.looseObject({
  app: z.looseObject({ teamId: textOrNumber, botId: textOrNumber }),
  webhook: z.looseObject({ id: textOrNumber }),
  events: z.array(z.unknown())
})

/** One that lacks its id can still be read: its message has one of its own. */
export const event = z.object({
  id: id.optional().catch(undefined),
  /** When it was sent, ms since 1970. A number that is too small or too large for that is none. */
  timestamp: reckoned.pipe(z.int().min(1e12).max(1e14)).optional().catch(undefined),
  type: z.string(),
  payload: z.looseObject({ conversation: z.looseObject({ id }) })
})
export type EventPayload = z.infer<typeof event>['payload']
