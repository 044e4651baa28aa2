import type { Delivery, DestinationId } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Input, Where } from '../conversation/input.ts'
import type { Settlement, Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Crash } from '../lib/crash.ts'
import type { Log } from '../lib/log.ts'
import { type Backoff, waitMs } from './backoff.ts'
import type { Call, Destination, Receipt } from './destination.ts'
import type { Gate } from './gate.ts'
import type { Meter } from './meter.ts'

/** What every lane needs. */
export interface OutboxParts {
  store: Store
  clock: Clock
  log: Log
  meter: Meter
  backoff: Backoff
  random: () => number
  crash: Crash
  /** Where answers go that came inside the HTTP response. */
  handIn(where: Where, input: Input): Promise<unknown>
}

/** A destination, and how many calls it gets at once. */
export interface Reach {
  id: DestinationId
  destination: Destination
  gate: Gate
}

/** What the lane does next: the delivery is out of the way, or it is tried again as it now stands. */
export type Attempted = { kind: 'over' } | { kind: 'again'; delivery: Delivery }

/** Calls, and turns an exception, which would be a fault of ours, into a receipt that is tried again. */
export async function call(
  parts: OutboxParts,
  { id, destination, gate }: Reach,
  what: Call
): Promise<Receipt> {
  await gate.enter()
  const began = parts.clock.now()
  try {
    const receipt = await destination.send(what)
    parts.meter.called(id, what.kind, receipt.kind, parts.clock.now() - began)
    return receipt
  } catch (error) {
    parts.log.error({ destination: id, error: String(error) }, 'a fault while sending')
    return { kind: 'unknown', reason: 'a fault of the relay' }
  } finally {
    gate.leave()
  }
}

/** A delivery that is being tried, and how to write down what came of it. */
interface Try {
  parts: OutboxParts
  reach: Reach
  delivery: Delivery
  stored(settlement: Settlement): Promise<void>
}

/** One try at a delivery: what must be written down is, before this returns. */
export async function attempt(one: Try): Promise<Attempted> {
  const { parts, reach, delivery, stored } = one
  const { conversation, entry, address } = delivery
  if (delivery.tried) return giveUp(one, 'the relay died while it was being sent')
  if (reach.destination.once) await stored({ kind: 'trying' })
  const key = `${conversation}.${entry.seq}`
  const { attempts } = delivery
  const what: Call = { kind: 'entry', conversation, entry, address, key, attempts }
  const receipt = await answered(one, () => call(parts, reach, what))
  parts.crash('after-send')
  switch (receipt.kind) {
    case 'taken':
      for (const input of receipt.inputs ?? []) await parts.handIn(conversation, input)
      await stored({ kind: 'done', ...(receipt.address !== undefined && { address: receipt.address }) })
      return { kind: 'over' }
    case 'linked':
      await stored(receipt)
      return { kind: 'again', delivery: { ...delivery, address: receipt.address } }
    case 'later':
      return again(one, receipt.reason, receipt.afterMs)
    case 'unknown':
      return again(one, receipt.reason)
    case 'lost':
    case 'refused':
    case 'gone':
      return giveUp(one, receipt.reason)
    default:
      return receipt satisfies never
  }
}

/** Where answers come inside the call, the bot is shown typing while it is under way. */
async function answered({ parts, reach, delivery }: Try, make: () => Promise<Receipt>): Promise<Receipt> {
  const { conversation, entry } = delivery
  if (!reach.destination.answersInCall || !(said(entry) || entry.kind === 'opened')) return make()
  const typing = (state: 'start' | 'stop') => parts.handIn(conversation, { kind: 'typing', by: 'bot', state })
  await typing('start')
  const receipt = await make()
  await typing('stop')
  return receipt
}

async function again(one: Try, reason: string, afterMs = 0): Promise<Attempted> {
  const { delivery, stored } = one
  const { clock, random } = one.parts
  const backoff = one.reach.destination.backoff ?? one.parts.backoff
  const attempts = delivery.attempts + 1
  const dueAt = clock.now() + waitMs(backoff, attempts, afterMs, random)
  if (dueAt - delivery.owedAt > backoff.giveUpMs) {
    return giveUp(one, `given up after ${attempts} tries: ${reason}`)
  }
  await stored({ kind: 'later', dueAt, reason })
  return { kind: 'again', delivery: { ...delivery, attempts, dueAt } }
}

/** Did the visitor say it? Then it is the visitor's to know that nobody heard it. */
const said = (entry: Entry): boolean =>
  entry.kind === 'postback' || (entry.kind === 'message' && entry.by === 'visitor')

async function giveUp({ parts, reach, delivery, stored }: Try, reason: string): Promise<Attempted> {
  const { conversation, entry, id } = delivery
  if (said(entry)) await parts.handIn(conversation, { kind: 'undelivered', of: entry.seq, to: reach.id })
  await stored({ kind: 'dead', reason })
  parts.meter.died(reach.id)
  parts.log.error(
    { destination: reach.id, conversation, seq: entry.seq, delivery: id, reason },
    'dead letter'
  )
  return { kind: 'over' }
}
