import { createHmac, randomBytes } from 'node:crypto'
import { type ConversationId, conversationId, type VisitorToken, visitorToken } from '#shared/ids.ts'

/** Begins with the time, so that neighbours in time are neighbours in an index; ends with 80 random bits. */
export function newConversationId(now: number): ConversationId {
  return conversationId.parse(`c${now.toString(36).padStart(9, '0')}${randomBytes(10).toString('hex')}`)
}

export function newVisitorToken(): VisitorToken {
  return visitorToken.parse(randomBytes(32).toString('base64url'))
}

/** What the store keeps of a token: without the relay's secret nobody can tell whose it is. */
export function hashToken(secret: string, token: VisitorToken): string {
  return createHmac('sha256', secret).update(token).digest('base64url')
}
