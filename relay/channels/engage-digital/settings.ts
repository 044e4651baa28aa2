import { z } from 'zod'
import { baseUrl } from '../../lib/base-url.ts'
import { channelKeys } from '../channel.ts'

const printable = /^[\x21-\x7e]+$/

/** YAML takes one that happens to be all digits for a number. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id is of letters and digits')

/** What a source may be able to show besides words. */
export const structures = ['select', 'rich_link', 'template', 'carousel', 'list'] as const

/** The platform's keys under `channels.<id>`. */
const keys = z.strictObject({
  platform: z.literal('engage-digital'),
  ...channelKeys,
  apiUrl: baseUrl.describe('https://ACCOUNT.api.digital.ringcentral.com/1.0, or of engagement.dimelo.com'),
  accessToken: z
    .string()
    .regex(printable, 'a token is printable and has no spaces')
    .describe('an API access token of the bot’s own user'),
  secret: z
    .string()
    .regex(/^[\x21-\x7e]{8,255}$/, 'a secret has 8 to 255 ASCII characters without spaces')
    .describe('the secret of the webhook, as X-Dimelo-Secret carries it'),
  verifyToken: z
    .string()
    .regex(/^[\x21-\x7e]{8,255}$/, 'a verification token has 8 to 255 ASCII characters without spaces')
    .describe('the verification token of the webhook'),
  botCategory: id.describe('the id of the category whose messages are the bot’s'),
  agentCategory: id.describe('the id of the category whose messages are the agents’'),
  domainId: id.optional().describe('the account’s id; events of others are turned away'),
  sources: z
    .array(id)
    .default([])
    .describe('ids of the sources where the bot answers; all of them when there is none'),
  /** ASSUMED(engage-digital 6.2) */
  statuses: z
    .array(z.string())
    .default(['new', 'assigned', 'replied'])
    .describe('statuses of what a visitor has said'),
  botUserId: id
    .optional()
    .describe('the id of the token’s user; asked of the platform at the start when it is not told'),
  ownIdentities: z
    .array(id)
    .default([])
    .describe('ids of further identities that the company speaks as: what they say is nobody’s question'),
  agentName: z.string().min(1).max(80).default('Agent').describe('what agents are called in our log'),
  checkAgents: z
    .boolean()
    .default(true)
    .describe('look whether an agent is there before a visitor is transferred'),
  afterAgent: z
    .enum(['stay', 'bot'])
    .default('stay')
    .describe('when an agent closes the intervention: the visitor stays with agents, or is the bot’s again'),
  whenClosed: z
    .enum(['nothing', 'intervention', 'thread', 'both'])
    .default('nothing')
    .describe('what is closed there when a conversation is closed here; an intervention is opened before'),
  attachmentText: z
    .string()
    .min(1)
    .default('(an attachment)')
    .describe('what the bot hears of a message that has an attachment and no words'),
  /** ASSUMED(engage-digital 8.3) */
  capabilities: z
    .array(z.enum(structures))
    .default([])
    .describe('what sources can show besides words, where the platform does not say'),
  lookEverySeconds: z
    .number()
    .positive()
    .default(60)
    .describe('how often to look for messages whose webhook was lost'),
  lookBackHours: z.number().positive().default(6).describe('how far back such a look goes'),
  /** ASSUMED(engage-digital 5) */
  lookFor: z
    .array(z.string().regex(/^[a-z_]+$/))
    .default(['new', 'assigned'])
    .describe('statuses of messages that such a look is for'),
  clockSkewMs: z
    .int()
    .min(0)
    .default(2_000)
    .describe('how far their clock may be from ours when it is about who has the visitor, ms'),
  /** 500 are documented for an account. */
  requestsPerMinute: z.int().min(10).default(500).describe('at most so many calls in any minute'),
  timeoutMs: z.int().min(1).default(10_000).describe('for one call, ms'),
  connections: z.int().min(1).default(10).describe('calls at once')
})

export const settings = keys.refine(({ botCategory, agentCategory }) => botCategory !== agentCategory, {
  error: 'a category is the bot’s or the agents’, not both',
  path: ['agentCategory']
})
export type Settings = z.infer<typeof settings>
