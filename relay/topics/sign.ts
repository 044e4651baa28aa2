import { Webhook } from 'standardwebhooks'

export type Sign = (id: string, body: string, now: number) => Readonly<Record<string, string>>

/** The headers of Standard Webhooks. Signed with every secret, so that one can be replaced without a gap. */
export function createSign(secrets: readonly string[]): Sign {
  const webhooks = secrets.map(secret => new Webhook(secret))
  return (id, body, now) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1_000)),
    'webhook-signature': webhooks.map(webhook => webhook.sign(id, new Date(now), body)).join(' ')
  })
}
