import { createHmac, randomBytes } from 'node:crypto'
import { type VisitorToken, visitorToken } from '#shared/ids.ts'

export function newVisitorToken(): VisitorToken {
  return visitorToken.parse(randomBytes(32).toString('base64url'))
}

/** What the store keeps of a token: without the relay's secret nobody can tell whose it is. */
export function hashToken(secret: string, token: VisitorToken): string {
  return createHmac('sha256', secret).update(token).digest('base64url')
}
