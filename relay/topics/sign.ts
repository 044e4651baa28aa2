import type { Webhook } from 'standardwebhooks'

interface Signed {
  id: string
  body: string
  /** ms since 1970: when it is sent. */
  at: number
}

/** The headers of Standard Webhooks. Signed with every secret, so that one can be replaced without a gap. */
export const signedWith = (
  signers: readonly Webhook[],
  { id, body, at }: Signed
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at / 1_000)),
  'webhook-signature': signers.map(signer => signer.sign(id, new Date(at), body)).join(' ')
})
