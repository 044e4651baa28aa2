import { createHash } from 'node:crypto'
import { z } from 'zod'
import { topics } from './catalogue.ts'

const secret = z.string().refine(isSigningSecret, {
  error: 'a signing secret is whsec_ and base64 of 24 to 64 bytes: echo "whsec_$(openssl rand -base64 32)"'
})

/** Standard Webhooks: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h after the first try. */
const schedule = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** One entry under `subscriptions`. */
const subscription = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'an id has small letters, digits and dashes')
    .optional()
    .describe('its name in the API and in metrics; made from the URL unless set, and then changes with it'),
  url: z.url({ protocol: /^https?$/ }).describe('where events are posted: https, without a user name'),
  topics: z.array(z.enum(topics)).min(1).describe('what it wants to be told'),
  secret: z
    .union([secret, z.array(secret).min(1).max(5)])
    .describe(
      'signs every event: whsec_…; several while one is replaced by another; the console can rotate it'
    ),
  botId: z
    .string()
    .max(200)
    .optional()
    .describe('`botId` of every event; default: the id of the bot under bots'),
  companyId: z
    .string()
    .max(200)
    .default('')
    .describe('`companyId` of chat.update, and of every event’s context'),
  maxBytes: z
    .int()
    .min(32_768)
    .max(5_242_880)
    .default(1_048_576)
    .describe('the largest event; of a longer transcript the oldest messages are left out'),
  timeoutMs: z.int().min(1).default(15_000).describe('for one call, ms'),
  connections: z.int().min(1).max(100).default(10).describe('calls at once'),
  retrySeconds: z
    .array(z.number().positive())
    .min(1)
    .max(50)
    .default(schedule)
    .describe('the waits between the tries, each up to a tenth longer; after the last it is a dead letter'),
  disableAfterSeconds: z
    .number()
    .positive()
    .default(86_400)
    .describe('disabled when nothing was taken for so long'),
  allowPrivateAddresses: z
    .boolean()
    .default(false)
    .describe('for development: calls loopback and private addresses too, and plain http')
})

export type Subscription = z.infer<typeof subscription>

/** What `subscriptions` holds. */
export const subscriptions = z
  .array(subscription.superRefine(checkUrl))
  .superRefine(checkIds)
  .default([])
  .describe('who is told of events, and of which')

/** As configured, or made from the URL. */
export const subscriptionId = ({ id, url }: Pick<Subscription, 'id' | 'url'>): string =>
  id ?? createHash('sha256').update(url).digest('hex').slice(0, 12)

export const secretsOf = ({ secret: one }: Subscription): readonly string[] =>
  typeof one === 'string' ? [one] : one

function checkUrl({ url: text, allowPrivateAddresses }: Subscription, problems: z.RefinementCtx): void {
  const url = new URL(text)
  const wrong = (message: string) => problems.addIssue({ code: 'custom', path: ['url'], message })
  if (url.username !== '' || url.password !== '') wrong('a URL with a user name is not called')
  if (allowPrivateAddresses) return
  if (url.protocol !== 'https:') wrong('only https is called')
  // The ports below belong to other services than the web's.
  if (url.port !== '' && Number(url.port) < 1_024) wrong('the port is 443, or one from 1024 on')
}

function checkIds(all: readonly Subscription[], problems: z.RefinementCtx): void {
  const ids = all.map(subscriptionId)
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) === i) continue
    problems.addIssue({ code: 'custom', path: [i, 'id'], message: `another subscription has the id ${id}` })
  }
}

function isSigningSecret(text: string): boolean {
  const coded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1] ?? ''
  const bytes = Buffer.from(coded, 'base64')
  return bytes.toString('base64') === coded && bytes.length >= 24 && bytes.length <= 64
}
