import { z } from 'zod'
import { isKeyed } from '../../lib/json.ts'
import { textOrNumber } from '../../lib/numbers.ts'

/**
 * Bot9's webhooks and End User Chat API, built from one printed sample and from calls seen in public code; nothing of
 * it was tried against the service. What we only assume carries the mark ASSUMED(bot9 N), N being the section of our
 * notes on it.
 */

export const jsonObject = z.custom<Readonly<Record<string, unknown>>>(isKeyed, 'not an object')

/** Opaque, but fit to be stored and to be one step of a path. */
export const id = textOrNumber.pipe(z.string().regex(/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]{1,256}$/u))

export const jsonList = z.array(z.unknown())

export const words = z.string().regex(/\S/)

// Calls: relay to Bot9. Seen in public code, promised nowhere; the letter case is theirs.

/** Where a conversation may say that it comes from. */
export const source = z.enum([
  'whatsapp',
  'intercom',
  'slack',
  'crisp',
  'zapier',
  'zendesk',
  'zoko',
  'freshdesk',
  'website-widget',
  'debugger',
  'discord',
  'stripe',
  'meta-messenger',
  'other'
])

/** POST /{chatbotId}/conversations */
export interface StartBody {
  Source: z.infer<typeof source>
  Status: 'active'
  ExternalSessionId: string
  user: { name: string; externalId: string; emailId?: string }
}

/** POST /{chatbotId}/conversations/{conversationId}/chat: speaks as the visitor, and the bot answers inside the call. */
export interface ChatBody {
  message: string
}

/** `id` is what public code reads of a started conversation; the others are guesses. ASSUMED(bot9 3.2) */
export const startedPlaces = ['id', 'conversation.id', 'data.id', 'conversationId']

/** Lists an answer's messages may stand in. ASSUMED(bot9 3.2) */
export const listPlaces = ['data.messages', 'messages', 'data.responses', 'responses', 'data']

/** Where the words of an answer, or of one of its messages, may be. ASSUMED(bot9 3.2) */
export const answerPlaces = {
  text: ['answer', 'response', 'reply', 'text', 'content']
    .flatMap(key => [`data.${key}`, key, `${key}.text`])
    .concat('data.message', 'data.message.text', 'data.message.content', 'message.text', 'message.content'),
  /** Beside `data` this is rather a word about the call, such as "success". */
  lastText: ['message'],
  message: ['data.messageId', 'data.message.id', 'data.id', 'messageId', 'message.id', 'id'],
  author: ['senderType', 'role', 'author', 'data.senderType', 'data.role', 'data.author']
}

// Events: Bot9 to relay.

/** Where the parts of an event may stand. Only the first of `event`, `text` and `chatbot` are printed. ASSUMED(bot9 2.3) */
export const eventPlaces = {
  event: ['event', 'type', 'eventType'],
  text: ['data.message', 'data.message.text', 'data.message.content', 'data.text'],
  sender: ['data.sender', 'data.sender.id', 'data.userId', 'data.externalId'],
  chatbot: ['data.chatbotId', 'chatbotId', 'data.chatbot.id'],
  conversation: ['data.conversationId', 'data.conversation.id', 'conversationId'],
  message: ['data.messageId', 'data.message.id', 'data.id', 'id'],
  author: ['data.senderType', 'data.role', 'data.author']
}

/** The one event that is printed anywhere. */
export const messageReceived = 'messageReceived'

type Author = 'visitor' | 'bot' | 'agent' | 'system'

/** Seen in reports of others: `user`, `bot`, `humanagent`, `system`; the rest are other spellings. ASSUMED(bot9 1) */
const authors = new Map<string, Author>([
  ['user', 'visitor'],
  ['enduser', 'visitor'],
  ['bot', 'bot'],
  ['chatbot', 'bot'],
  ['assistant', 'bot'],
  ['humanagent', 'agent'],
  ['agent', 'agent'],
  ['system', 'system']
])

export const authorOf = (word: string | undefined): Author | undefined =>
  word === undefined ? undefined : authors.get(word.toLowerCase().replace(/[^a-z]/g, ''))

/** The first of these places that holds what is wanted. */
export function pick<Shape extends z.ZodType>(
  value: unknown,
  places: readonly string[],
  shape: Shape
): z.infer<Shape> | undefined {
  for (const place of places) {
    const read = shape.safeParse(at(value, place))
    if (read.success) return read.data
  }
  return undefined
}

function at(value: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        part !== null && typeof part === 'object' && Object.hasOwn(part, key)
          ? Reflect.get(part, key)
          : undefined,
      value
    )
}
