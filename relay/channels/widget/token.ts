import { createHmac, randomBytes } from 'node:crypto'
import { type VisitorToken, visitorToken } from '#shared/ids.ts'

export function newVisitorToken(): VisitorToken {
  return visitorToken.parse(randomBytes(32).toString('base64url'))
}

/**
 * The same for a visitor whom a website knows. What is hashed begins with a bracket, which no token has: none can be
 * made up that is somebody's identity.
 */
export function hashIdentity(secret: string, site: string, sub: string): string {
  return hash(secret, JSON.stringify([site, sub]))
}

/** What the store keeps of a token: without the relay's secret nobody can tell whose it is. */
export function hashToken(secret: string, token: VisitorToken): string {
  return hash(secret, token)
}

const hash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')
