import type { Call, Receipt } from '../../outbox/destination.ts'
import { id } from './contract.ts'
import { closeInterventions } from './interventions.ts'
import { reply } from './reply.ts'
import type { Sender } from './sender.ts'
import { closeThread } from './threads.ts'
import { backToBot, transfer } from './transfer.ts'

const refused = (reason: string): Receipt => ({ kind: 'refused', reason })

/** One entry to its thread, and what came of it. */
export async function send(call: Call, sender: Sender): Promise<Receipt> {
  if (call.kind === 'activity')
    return refused('Engage Digital shows no typing of those who answer by its REST interface')
  if (call.kind === 'stray') return refused('Engage Digital waits for no acknowledgement')
  const read = id.safeParse(call.address)
  return read.success
    ? sendEntry(read.data, call, sender)
    : refused('the thread has an id that fits into no path')
}

async function sendEntry(
  thread: string,
  call: Extract<Call, { kind: 'entry' }>,
  sender: Sender
): Promise<Receipt> {
  const { entry } = call
  switch (entry.kind) {
    case 'message':
      if (entry.by === 'visitor') return refused('the visitor said it there')
      return reply({ thread, call }, entry.content, sender)
    case 'handover':
      return transfer(thread, sender)
    case 'handback':
      return backToBot(thread, sender)
    case 'closed':
      return close(thread, sender)
    case 'opened':
    case 'postback':
    case 'taken':
    case 'undelivered':
    case 'rated':
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return refused(`Engage Digital is not told of ${entry.kind}`)
    default:
      return entry satisfies never
  }
}

async function close(thread: string, { api, settings: { whenClosed }, myself }: Sender): Promise<Receipt> {
  if (whenClosed === 'intervention' || whenClosed === 'both') {
    const closed = await closeInterventions(api, thread, (await myself.learn()).user)
    if (!closed.ok) return closed.receipt
  }
  if (whenClosed !== 'thread' && whenClosed !== 'both') return { kind: 'taken' }
  const closed = await closeThread(api, thread)
  if (closed.ok) return { kind: 'taken' }
  // Closing what is closed does no harm.
  const { receipt } = closed
  return receipt.kind === 'unknown' ? { kind: 'later', reason: receipt.reason } : receipt
}
