import { z } from 'zod'
import { baseUrl } from '../../lib/base-url.ts'
import { source } from './contract.ts'

const printable = /^[\x21-\x7e]+$/
const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/, 'a header’s name has letters, digits and dashes')
  .transform(name => name.toLowerCase())

const modes = ['none', 'url-token', 'hmac', 'header-secret', 'hmac+url-token'] as const

/** What is signed when a timestamp is part of it. ASSUMED(bot9 2.4) */
const timestamp = z.strictObject({
  header: headerName.describe('where the timestamp is; then timestamp + "." + body is what is signed'),
  toleranceSeconds: z.number().positive().default(300).describe('an older or a younger one is refused')
})

/** Bot9 says "verify the signature" and publishes no scheme, so no header's name has a default. ASSUMED(bot9 2.4) */
const verification = z
  .strictObject(
    {
      mode: z
        .enum(modes, { error: `choose one: ${modes.join(', ')}` })
        .describe('how webhooks are verified beside the secret of the path, which always is; must be chosen'),
      header: headerName
        .optional()
        .describe('where the signature or the secret is, read off a real delivery'),
      secret: z
        .string()
        .min(16, 'a secret has at least 16 characters')
        .optional()
        .describe('the shared secret'),
      algorithm: z.enum(['sha256', 'sha1', 'sha512']).default('sha256').describe('of the HMAC'),
      encoding: z.enum(['hex', 'base64', 'base64url']).default('hex').describe('of the HMAC'),
      prefix: z.string().max(100).default('').describe('stands before the value, such as sha256='),
      timestamp: timestamp.optional()
    },
    {
      error: ({ input }) =>
        input === undefined ? 'how webhooks are verified must be chosen: { mode: … }' : undefined
    }
  )
  .superRefine((given, context) => {
    const byHeader = given.mode !== 'none' && given.mode !== 'url-token'
    const wrong = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message })
    for (const key of ['header', 'secret'] as const) {
      if (byHeader && given[key] === undefined) wrong(key, `${given.mode} needs it`)
      if (!byHeader && given[key] !== undefined) wrong(key, `nothing would look at it with ${given.mode}`)
    }
    if (given.timestamp && !given.mode.startsWith('hmac'))
      wrong('timestamp', `nothing would look at it with ${given.mode}`)
  })
export type Verification = z.infer<typeof verification>

/** The platform's keys under `bots.<id>`. */
export const settings = z
  .strictObject({
    platform: z.literal('bot9'),
    /** Seen in public code. ASSUMED(bot9 3.2) */
    baseUrl: baseUrl.default('https://apiv1.bot9.ai/api').describe('where Bot9’s API is'),
    apiKey: z
      .string()
      .regex(printable, 'a key is printable and has no spaces')
      .describe('the secret key in Bot9’s settings, API keys'),
    chatbotId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,100}$/, 'an id has letters, digits, dashes and underscores')
      .describe('the chatbot ID beside it'),
    webhookSecret: z
      .string()
      .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')
      .regex(/^[A-Za-z0-9._~-]+$/, 'only letters, digits and . _ ~ - fit into a path')
      .describe('the last part of the webhook’s path; `openssl rand -hex 32` makes a good one'),
    verify: verification,
    webhookMessages: z
      .enum(['show', 'ignore'])
      .default('show')
      .describe('what the bot or an agent says by webhook, in a conversation that the event names'),
    source: source.default('other').describe('where Bot9 is told that conversations come from'),
    displayName: z
      .string()
      .min(1)
      .max(80)
      .default('Website visitor')
      .describe('what a visitor is called at Bot9'),
    /** No page describes the answer of a chat. ASSUMED(bot9 3.2) */
    answerText: z
      .string()
      .regex(/^[^.]+(\.[^.]+)*$/, 'keys with dots between them')
      .optional()
      .describe(
        'where the bot’s words are in the answer to a chat, such as data.reply; default: the likely places'
      ),
    /** Such an answer may come after the chat was taken, and a chat cannot be repeated. ASSUMED(bot9 5) */
    failedChat: z
      .enum(['lost', 'later'])
      .default('lost')
      .describe(
        'a chat answered 500, 502 or 504: the visitor is asked to say it again, or it is tried again'
      ),
    /** The bot's model has to answer. ASSUMED(bot9 5) */
    timeoutMs: z.int().min(1).default(30_000).describe('for one call to Bot9, ms'),
    /** Limits exist, their numbers are not public. ASSUMED(bot9 5) */
    requestsPerSecond: z.number().positive().default(1).describe('calls to Bot9 begun in a second, at most'),
    connections: z.int().min(1).default(30).describe('calls to Bot9 at once')
  })
  .superRefine(({ verify, webhookSecret }, context) => {
    const onlyThePath = verify.mode === 'none' || verify.mode === 'url-token'
    if (onlyThePath && webhookSecret.length < 32)
      context.addIssue({
        code: 'custom',
        path: ['webhookSecret'],
        message: `with verify.mode ${verify.mode} it is all that protects the webhook: at least 32 characters`
      })
  })
export type Settings = z.infer<typeof settings>
