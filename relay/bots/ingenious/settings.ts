import { z } from 'zod'
import { baseUrl } from '../../lib/base-url.ts'

const printable = /^[\x21-\x7e]+$/

/** The platform's keys under `bots.<id>`. */
export const settings = z.strictObject({
  platform: z.literal('ingenious'),
  /** Whole, as the webhook integration's page in inGenious shows it; its regions have different hosts. */
  baseUrl: baseUrl.describe('the base URL on the webhook integration’s page, whole'),
  /** A Bearer token without a known end; rotated by hand on the same page. */
  accessToken: z
    .string()
    .regex(printable, 'a token is printable and has no spaces')
    .describe('the access token on the webhook integration’s page'),
  /** Every event names it, and one of another team is refused. */
  teamId: z.string().min(1).describe('the team id in the general settings of the chatbot'),
  /** The same for the bot. */
  botId: z.string().min(1).describe('the bot id in the general settings of the chatbot'),
  /** The same for the integration: `webhook.id` of every event. */
  webhookId: z.string().min(1).describe('the id on the webhook integration’s page'),
  /** The last part of the webhook's path. inGenious documents no signature, so this and the three ids are all there is. */
  webhookSecret: z
    .string()
    .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')
    .regex(/^[A-Za-z0-9._~-]+$/, 'only letters, digits and . _ ~ - fit into a path')
    .describe('the last part of the webhook’s path; `openssl rand -hex 32` makes a good one'),
  /** Its articles print `convertsation:read`; a wrong word would be answered 200 and do nothing. ASSUMED(ingenious 3.4) */
  readSpelling: z
    .string()
    .min(1)
    .default('conversation:read')
    .describe('the activity that says the visitor has read'),
  /** Both are documented; only the body of `delivery` was seen in full. ASSUMED(ingenious 3.2c) */
  acknowledge: z.enum(['delivery', 'echo']).default('delivery').describe('how messages are acknowledged'),
  /** For a bot whose buttons carry JSON inside a string and expect an object back. ASSUMED(ingenious 8) */
  parsePayloads: z
    .boolean()
    .default(false)
    .describe('a button’s payload that is a string holding JSON is sent back as JSON'),
  /** No limit is documented. ASSUMED(ingenious 3.7) */
  timeoutMs: z.int().min(1).default(10_000).describe('for one call to inGenious, ms'),
  /** No limit is documented. ASSUMED(ingenious 11) */
  connections: z.int().min(1).default(10).describe('calls to inGenious at once'),
  /** What inGenious lists a conversation under, before the last four characters of our id. */
  displayName: z.string().min(1).max(80).default('Website visitor').describe('what a conversation is called')
})
export type Settings = z.infer<typeof settings>
