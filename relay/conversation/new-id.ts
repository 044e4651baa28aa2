import { randomBytes } from 'node:crypto'
import { type ConversationId, conversationId } from '#shared/ids.ts'

/** Begins with the time, so that neighbours in time are neighbours in an index; ends with 80 random bits. */
export function newConversationId(now: number): ConversationId {
  return conversationId.parse(`c${now.toString(36).padStart(9, '0')}${randomBytes(10).toString('hex')}`)
}
