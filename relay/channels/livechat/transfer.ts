import type { Receipt } from '../../outbox/destination.ts'
import type { Place } from './address.ts'
import { type Answer, reasonOf, receiptOf } from './answer.ts'
import { type Chat, each, user } from './contract.ts'
import { join } from './join.ts'
import { customIdsIn, lookUp } from './look-up.ts'
import { taken } from './receive.ts'
import { customIdOf, type EntryCall, mayBeSent, type Sender, sendEvent } from './sender.ts'
import { doesBotAnswer, isAgentAtWork } from './who.ts'

const given = ({ self }: Sender): Receipt => ({
  kind: 'taken',
  inputs: [{ kind: 'handback', why: 'nobody', metadata: {}, on: self }]
})

/** The bot asks for a person: the chat is transferred, or its visitor told that nobody is free. */
export async function handOver(call: EntryCall, place: Place, sender: Sender): Promise<Receipt> {
  const { api, memory, settings } = sender
  if (memory.isOver(place)) return { kind: 'gone', reason: 'the chat’s thread is over' }
  const before = mayBeSent(call, sender) ? await lookUp(api, place) : undefined
  if (before?.kind === 'not') return before.receipt
  if (before && customIdsIn(before.chat).has(customIdOf(call, 'nobody'))) return given(sender)
  if (before && isWithPeople(before.chat, sender)) return watch(place, sender)
  const { groups, queue } = settings.handover
  const answer = await api.asBot({
    api: 'agent',
    action: 'transfer_chat',
    body: {
      id: place.chat,
      ...(groups.length > 0 && { target: { type: 'group', ids: groups } }),
      ignore_agents_availability: queue
    }
  })
  return answer.kind === 'done' ? watch(place, sender) : notTransferred(call, answer, { place, sender })
}

/** A transfer of unknown fate has been made: the bot is not the one who answers. */
const isWithPeople = ({ users }: Chat, { settings }: Sender): boolean =>
  !doesBotAnswer(each(user, users), settings)

/**
 * The transfer takes the bot out of the chat, and its webhooks with it: ASSUMED(livechat 7). It comes back to look on,
 * visibly where a rule may have to speak for a silent agent; and who took the chat meanwhile is asked for.
 */
async function watch(place: Place, { api, settings, self, log }: Sender): Promise<Receipt> {
  if (settings.handover.watch) {
    const joined = await join(api, place, settings.rules.idle ? 'all' : 'agents', settings)
    if (joined.kind !== 'done') log.warn({ reason: reasonOf(joined) }, 'the bot cannot look on')
  }
  const found = await lookUp(api, place)
  const users = found.kind === 'found' ? each(user, found.chat.users) : []
  const agent = users.find(one => isAgentAtWork(one, settings))
  return { kind: 'taken', ...(agent && { inputs: [taken(agent.name, self)] }) }
}

/**
 * Which error means that nobody is free is published nowhere. Whatever it is that will not pass, the visitor must not
 * wait for somebody who was never asked. ASSUMED(livechat 8)
 */
async function notTransferred(
  call: EntryCall,
  answer: Exclude<Answer, { kind: 'done' }>,
  { place, sender }: { place: Place; sender: Sender }
): Promise<Receipt> {
  const { settings, log } = sender
  const isNobody = answer.kind === 'error' && settings.handover.nobodyErrors.includes(answer.type)
  const receipt = receiptOf(answer)
  if (!isNobody && receipt.kind !== 'refused') return receipt
  if (!isNobody) log.error({ reason: reasonOf(answer) }, 'a chat could not be transferred')
  const told = await sendEvent(sender, place, {
    type: 'message',
    visibility: 'all',
    text: settings.handover.nobody,
    custom_id: customIdOf(call, 'nobody')
  })
  const fate = told.kind === 'done' ? undefined : receiptOf(told)
  return fate?.kind === 'later' || fate?.kind === 'unknown' || fate?.kind === 'gone' ? fate : given(sender)
}

/** The visitor is the bot's again, and so is the chat, unless it never left. */
export async function takeBack(place: Place, sender: Sender): Promise<Receipt> {
  const { api, memory, settings } = sender
  if (memory.isOver(place)) return { kind: 'taken' }
  const found = await lookUp(api, place)
  if (found.kind === 'not') return found.receipt
  if (found.chat.thread.active === false || !isWithPeople(found.chat, sender)) return { kind: 'taken' }
  const answer = await api.asBot({
    api: 'agent',
    action: 'transfer_chat',
    body: {
      id: place.chat,
      target: { type: 'agent', ids: [settings.botId] },
      ignore_agents_availability: true,
      ignore_requester_presence: true
    }
  })
  return answer.kind === 'done' ? { kind: 'taken' } : receiptOf(answer)
}
