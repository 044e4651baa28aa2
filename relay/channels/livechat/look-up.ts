import type { Receipt } from '../../outbox/destination.ts'
import type { Place } from './address.ts'
import { reasonOf, receiptOf } from './answer.ts'
import type { Api } from './api.ts'
import { type Chat, chat, each, event } from './contract.ts'
import type { Urgency } from './limiter.ts'

/** A thread as it stands, or what came of asking. */
export type Found = { kind: 'found'; chat: Chat } | { kind: 'not'; reason: string; receipt: Receipt }

export async function lookUp(
  api: Api,
  { chat: id, thread }: Place,
  urgency: Urgency = 'now'
): Promise<Found> {
  const body = { chat_id: id, thread_id: thread }
  const answer = await api.asBot({ api: 'agent', action: 'get_chat', body, urgency })
  if (answer.kind !== 'done') return { kind: 'not', reason: reasonOf(answer), receipt: receiptOf(answer) }
  const read = chat.safeParse(answer.body)
  if (read.success && read.data.thread.id === thread) return { kind: 'found', chat: read.data }
  const reason = 'get_chat: an answer without the thread'
  return { kind: 'not', reason, receipt: { kind: 'later', reason } }
}

/** What was sent with an id of ours: `send_event` knows no repeats, so that they are looked for. */
export const customIdsIn = ({ thread }: Chat): ReadonlySet<string> =>
  new Set(each(event, thread.events).flatMap(({ custom_id }) => custom_id || []))
