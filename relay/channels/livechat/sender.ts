import type { DestinationId } from '../../conversation/delivery.ts'
import type { Log } from '../../lib/log.ts'
import type { Call } from '../../outbox/destination.ts'
import type { Place } from './address.ts'
import type { Answer } from './answer.ts'
import type { Api } from './api.ts'
import { isStranger, join } from './join.ts'
import type { Memory } from './memory.ts'
import type { Settings } from './settings.ts'

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

/** It was tried before, or may have been, by a process that did not live to write it down. */
export const mayBeSent = ({ attempts, entry }: EntryCall, { startedAt }: Sender): boolean =>
  attempts > 0 || entry.at < startedAt

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
