import { z } from 'zod'

/** The platform's keys under `bots.<id>`. */
export const settings = z.strictObject({
  platform: z.literal('ebbot'),
  /** Whole, as Ebbot's page shows it: its hosts differ, and the id at its end is the only credential there is. */
  webhookUrl: z
    .url({ protocol: /^https?$/ })
    .describe('the URL of the incoming webhook, whole; whoever has it can speak to the bot'),
  /** Every event names it, and one of another bot is turned away. */
  botId: z.string().min(1).describe('the id of the bot; events of another are turned away'),
  /** Ebbot leaves such chats out of its list. */
  sandbox: z.boolean().default(false).describe('chats are left out of Ebbot’s list of conversations'),
  /** Ebbot documents no signature, so this and the bot's id are all there is. ASSUMED(ebbot 10) */
  webhookSecret: z
    .string()
    .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')
    .regex(/^[A-Za-z0-9._~-]+$/, 'only letters, digits and . _ ~ - fit into a path')
    .describe('the last part of the webhook’s path; `openssl rand -hex 32` makes a good one'),
  /** A bot may think inside the call. ASSUMED(ebbot 2.3) */
  timeoutMs: z.int().min(1).default(30_000).describe('for one call to Ebbot, ms'),
  /** No limit is documented. ASSUMED(ebbot 2.3) */
  connections: z.int().min(1).default(10).describe('calls to Ebbot at once'),
  /** Its own widget leaves 300 ms. ASSUMED(ebbot 13.18) */
  pauseMs: z.int().min(300).default(300).describe('between answers that came in one call, ms'),
  /** No event names the agent. */
  agentName: z.string().min(1).max(80).default('Agent').describe('what Ebbot’s agents are called'),
  /** Not documented for the incoming webhook. ASSUMED(ebbot 4.3) */
  sendRatings: z
    .boolean()
    .default(false)
    .describe('a rating is sent; without it, one is refused and shown as not delivered'),
  /** `js://NAME` runs nothing here; those named are shown, others left out. */
  hostCallbacks: z
    .array(z.string().min(1))
    .default([])
    .describe('names of js:// buttons that are shown, though they do nothing yet; others are left out'),
  /** The same words come as an answer and as an event, under different ids. ASSUMED(ebbot 2.2) */
  echoMs: z
    .int()
    .min(1)
    .default(60_000)
    .describe('an event this long before or after an answer that says the same is that answer, ms')
})
export type Settings = z.infer<typeof settings>
