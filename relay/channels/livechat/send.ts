import type { Content } from '#shared/content.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { type Place, placeOf } from './address.ts'
import { receiptOf } from './answer.ts'
import { closeChat } from './close.ts'
import { draftsOf } from './content.ts'
import { customIdsIn, lookUp } from './look-up.ts'
import { customIdOf, type EntryCall, mayBeSent, type Sender, sendEvent } from './sender.ts'
import { handOver, takeBack } from './transfer.ts'

/** One entry, or what is going on, to the chat; and what came of it. */
export async function send(call: Call, sender: Sender): Promise<Receipt> {
  const place = placeOf(call.address)
  if (!place) return { kind: 'refused', reason: 'no chat and thread of LiveChat' }
  switch (call.kind) {
    case 'entry':
      return sendEntry(call, place, sender)
    case 'activity':
      return showTyping(call.activity, place, sender)
    case 'stray':
      return { kind: 'refused', reason: 'LiveChat waits for no acknowledgement' }
    default:
      return call satisfies never
  }
}

async function sendEntry(call: EntryCall, place: Place, sender: Sender): Promise<Receipt> {
  const { entry } = call
  switch (entry.kind) {
    case 'message':
      if (entry.by === 'visitor') return notTold('what its own visitor says')
      // It was said there.
      if ('via' in entry && entry.via === sender.self) return { kind: 'taken' }
      return say({ call, place, sender }, entry.content)
    case 'handover':
      return handOver(call, place, sender)
    case 'handback':
      return takeBack(place, sender)
    case 'closed':
      return closeChat(place, sender)
    case 'opened':
    case 'postback':
    case 'taken':
    case 'undelivered':
    case 'rated':
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return notTold(entry.kind)
    default:
      return entry satisfies never
  }
}

const notTold = (what: string): Receipt => ({ kind: 'refused', reason: `LiveChat is not told of ${what}` })

interface Saying {
  call: EntryCall
  place: Place
  sender: Sender
}

async function say({ call, place, sender }: Saying, content: Content): Promise<Receipt> {
  if (sender.memory.isOver(place)) return { kind: 'gone', reason: 'the chat’s thread is over' }
  const drafts = draftsOf(content, call.entry.seq)
  if (drafts.length === 0) return { kind: 'refused', reason: 'nothing that LiveChat could show' }
  const found = mayBeSent(call, sender) ? await lookUp(sender.api, place) : undefined
  if (found?.kind === 'not') return found.receipt
  if (found?.chat.thread.active === false) return { kind: 'gone', reason: 'the chat’s thread is over' }
  const there = found ? customIdsIn(found.chat) : new Set<string>()
  for (const [index, draft] of drafts.entries()) {
    const custom_id = customIdOf(call, index)
    if (there.has(custom_id)) continue
    const answer = await sendEvent(sender, place, { ...draft, custom_id, visibility: 'all' })
    if (answer.kind !== 'done') return receiptOf(answer)
  }
  return { kind: 'taken' }
}

/** LiveChat is told of typing; that an agent or a bot has read something it knows by itself. */
async function showTyping(
  activity: Extract<Call, { kind: 'activity' }>['activity'],
  { chat }: Place,
  { api }: Sender
): Promise<Receipt> {
  if (activity === 'read') return { kind: 'taken' }
  const body = { chat_id: chat, is_typing: activity === 'typing:start' }
  const answer = await api.asBot({ api: 'agent', action: 'send_typing_indicator', body })
  return answer.kind === 'done' ? { kind: 'taken' } : receiptOf(answer)
}
