import { z } from 'zod'
import { baseUrl } from '../../lib/base-url.ts'
import { channelKeys } from '../channel.ts'
import { hours } from './hours.ts'
import { ruleSettings } from './rules/settings.ts'

const printable = z.string().regex(/^[\x21-\x7e]+$/, 'printable, and has no spaces')
const plainId = z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/, 'an id has letters, digits and . _ -')

const handover = z
  .strictObject({
    groups: z
      .array(z.int().min(0))
      .default([])
      .describe('the groups a chat is transferred to; none: whoever is free in its own'),
    queue: z.boolean().default(false).describe('the visitor waits in the queue when nobody is free'),
    nobody: z
      .string()
      .min(1)
      .max(1_000)
      .default('Nobody is free right now.')
      .describe('what the visitor is told when nobody is free'),
    watch: z
      .boolean()
      .default(true)
      .describe('after a transfer the bot looks on: what agents say and the close are heard'),
    nobodyErrors: z
      .array(z.string())
      .default(['agent_offline', 'group_offline', 'group_unavailable', 'limit_reached'])
      .describe('the types of error that mean that nobody is free')
  })
  .prefault({})

/** The platform's keys under `channels.<id>`. */
export const settings = z
  .strictObject({
    platform: z.literal('livechat'),
    ...channelKeys,
    apiUrl: baseUrl
      .default('https://api.livechatinc.com')
      .describe('the host of the Agent Chat and Configuration APIs'),
    accountsUrl: baseUrl.default('https://accounts.livechat.com').describe('where an OAuth token is renewed'),
    version: z.enum(['3.5', '3.6']).default('3.6').describe('of the APIs and of the webhooks'),
    organizationId: plainId.describe('every webhook names it, and one of another is refused'),
    clientId: plainId.describe('the client id of the app in the Developer Console'),
    accessToken: printable.describe('a personal access token, or an OAuth access token'),
    accountId: printable
      .optional()
      .describe('whose personal access token it is; without it the token is an OAuth one'),
    refreshToken: printable.optional().describe('renews an OAuth token; needs clientSecret'),
    clientSecret: printable.optional().describe('of the app; with refreshToken'),
    secretKey: printable
      .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')
      .describe('the webhooks are registered with it and repeat it; `openssl rand -hex 32` makes a good one'),
    botId: plainId.describe('printed by `npm run livechat -- setup`'),
    botSecret: printable.describe('printed by `npm run livechat -- setup`, once, when it makes the bot'),
    botName: z
      .string()
      .min(1)
      .max(80)
      .default('Footbridge')
      .describe('what the bot is called when it is made'),
    priority: z
      .enum(['first', 'normal', 'last', 'supervisor'])
      .default('first')
      .describe('when the bot is given chats; supervisor: never by itself'),
    onlyMyChats: z
      .boolean()
      .default(true)
      .describe('webhooks only of chats the bot is in; false: of every chat, for the rules'),
    sourceTypes: z
      .array(z.enum(['my_client', 'other_clients', 'system']))
      .default(['other_clients', 'system'])
      .describe('whose events are told; with my_client also those of this very app'),
    handover,
    hours: hours.optional().describe('when the bot takes chats; without it day and night'),
    rules: ruleSettings,
    markSeen: z.boolean().default(true).describe('what the relay holds is marked as seen'),
    /** No number is published. ASSUMED(livechat 8) */
    callsPerSecond: z.number().positive().max(1_000).default(3).describe('to LiveChat, over everything'),
    catchUpSeconds: z
      .int()
      .min(1)
      .default(300)
      .describe('how often it is looked for what webhooks have lost'),
    lookBackHours: z.number().positive().default(24).describe('at the start, so far back'),
    timeoutMs: z.int().min(1).default(20_000).describe('for one call; LiveChat itself gives up after 15 s'),
    connections: z.int().min(1).default(10).describe('calls to LiveChat at once')
  })
  .refine(({ refreshToken, clientSecret }) => (refreshToken === undefined) === (clientSecret === undefined), {
    error: 'refreshToken and clientSecret come together',
    path: ['refreshToken']
  })
export type Settings = z.infer<typeof settings>

/** What the command needs: the bot may not have been made yet. */
export const setupSettings = z.object({
  ...settings.shape,
  botId: plainId.optional(),
  botSecret: printable.optional()
})
export type SetupSettings = z.infer<typeof setupSettings>
