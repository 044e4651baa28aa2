import { z } from 'zod'
import { keyed, textOrNumber } from '../../lib/numbers.ts'

/**
 * Ebbot's two webhooks: what we send and its answer (incoming, as Ebbot calls it), and its events (outgoing). What its
 * pages show is plain here; what we only assume carries the mark ASSUMED(ebbot N), N being the section of our notes.
 */

/** Opaque: a chat's id has two dots in it, or a dash, and is never taken apart. A number is no less an id. */
const id = textOrNumber.pipe(z.string().regex(/^[^\p{Cc}\p{Cs}]{1,256}$/u))

const words = z.string().optional().catch(undefined)
const some = id.optional().catch(undefined)

// What we send.

/** Without a state it is played from the top. */
export const scenario = z.strictObject({
  scenario: z.string().min(1),
  state: z.string().min(1).exactOptional()
})

export const startWords = z.strictObject({ text: z.string().min(1) })

/** How a conversation begins: in silence, with a scenario, or as if this had been said. */
export const start = z.union([z.strictObject({}), scenario, startWords])

const variable = z.strictObject({ name: z.string(), value: z.string() })

/** What a tap does, as our log keeps it: the first three are the body of the call. */
export const pressed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('variable'), value: variable }),
  z.strictObject({ type: z.literal('scenario'), value: scenario }),
  z.strictObject({ type: z.literal('rating'), value: z.strictObject({ rating: z.int().min(1).max(5) }) }),
  /** A scenario button without a scenario: seen as pressed, and nothing else. */
  z.strictObject({ type: z.literal('nothing') }),
  z.strictObject({ type: z.literal('reset') })
])
export type Pressed = z.infer<typeof pressed>

/** The body of a call, before the chat's id and the sandbox are put to it. */
export type Body =
  | { type: 'text'; value: string }
  | Extract<Pressed, { type: 'variable' | 'scenario' | 'rating' }>

// What the call is answered with.

const said = z.looseObject({ type: z.string(), value: z.unknown().optional(), chatId: some })
export type Said = z.infer<typeof said>

export const failed = z.looseObject({ success: z.literal(false) })
/** Without the list it is no answer, however many hundreds the status has. */
export const answered = z.looseObject({
  success: z.literal(true),
  request_id: some,
  data: z.looseObject({
    chatId: some,
    answers: z.array(z.unknown()).transform(all => all.flatMap(one => said.safeParse(one).data ?? []))
  })
})

// What it sends by itself.

const part = keyed(z.looseObject({})).optional().catch(undefined)

/** `chat.update` has `chat` where all others have `data`. */
export const envelope = z.looseObject({
  topic: z.string(),
  botId: z.string(),
  data: part,
  chat: part,
  requestId: some,
  timestamp: z.unknown().optional()
})
export type Event = z.infer<typeof envelope>

/** The chat's own id is `chatId` in a message and `id` in everything else. A key of a wrong type counts as absent. */
export const content = z.object({
  chatId: some,
  id: some,
  sender: words,
  type: words,
  value: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  status: words,
  handled_by: words
})
export type EventContent = z.infer<typeof content>
