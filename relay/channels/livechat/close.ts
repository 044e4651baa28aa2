import type { Receipt } from '../../outbox/destination.ts'
import type { Place } from './address.ts'
import { receiptOf } from './answer.ts'
import { lookUp } from './look-up.ts'
import type { Sender } from './sender.ts'

/**
 * `deactivate_chat` closes whatever thread the chat has by then, so that this one is looked at first: LiveChat itself
 * may have closed it, and the visitor may be in the next.
 */
export async function closeChat(place: Place, { api, memory }: Sender): Promise<Receipt> {
  if (memory.isOver(place)) return { kind: 'taken' }
  const found = await lookUp(api, place)
  if (found.kind === 'not') return found.receipt
  if (found.chat.thread.active === false) return { kind: 'taken' }
  const body = { id: place.chat, ignore_requester_presence: true }
  const answer = await api.asBot({ api: 'agent', action: 'deactivate_chat', body })
  if (answer.kind === 'done') return { kind: 'taken' }
  const receipt = receiptOf(answer)
  return receipt.kind === 'gone' ? { kind: 'taken' } : receipt
}
