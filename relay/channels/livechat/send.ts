import type { Content } from '#shared/content.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Log } from '../../lib/log.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { type Place, placeOf } from './address.ts'
import { type Answer, receiptOf } from './answer.ts'
import type { Api } from './api.ts'
import { closeChat } from './close.ts'
import { draftsOf } from './content.ts'
import { isStranger, join } from './join.ts'
import { customIdsIn, lookUp } from './look-up.ts'
import type { Memory } from './memory.ts'
import type { Settings } from './settings.ts'
import { handOver, takeBack } from './transfer.ts'

/** What calls are made with. */
export interface Sender {
  settings: Settings
  self: DestinationId
  api: Api
  memory: Memory
  log: Log
  /** What was written before may have been sent by the process before. */
  startedAt: number
}

export type EntryCall = Extract<Call, { kind: 'entry' }>

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
      return notTold(entry.kind)
    default:
      return entry satisfies never
  }
}

const notTold = (what: string): Receipt => ({ kind: 'refused', reason: `LiveChat is not told of ${what}` })

/** It was tried before, or may have been, by a process that did not live to write it down. */
export const mayBeSent = ({ attempts, entry }: EntryCall, { startedAt }: Sender): boolean =>
  attempts > 0 || entry.at < startedAt

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

/** The same on every attempt. */
export const customIdOf = ({ key }: EntryCall, part: number | string): string => `fb.${key}.${part}`

/** Joins once where the bot is not in the chat. */
export async function sendEvent(
  { api, settings }: Sender,
  place: Place,
  event: Readonly<Record<string, unknown>>
): Promise<Answer> {
  const act = { api: 'agent', action: 'send_event', body: { chat_id: place.chat, event } } as const
  const answer = await api.asBot(act)
  if (!isStranger(answer)) return answer
  const joined = await join(api, place, event['visibility'] === 'agents' ? 'agents' : 'all', settings)
  return joined.kind === 'done' ? api.asBot(act) : answer
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
