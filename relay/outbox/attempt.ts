import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Attempt, Delivery, DestinationId } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Input, Where } from '../conversation/input.ts'
import type { Settlement, Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Crash } from '../lib/crash.ts'
import type { Log } from '../lib/log.ts'
import type { Pace } from '../lib/pace.ts'
import { type Backoff, nextWaitMs } from './backoff.ts'
import type { Call, Destination, Receipt } from './destination.ts'
import type { Gate } from './gate.ts'
import { keyOf } from './key.ts'
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
  handIn(where: Where, input: Input): Promise<{ kind: string }>
  /** Hears that what the visitor said was taken by whom it was for. */
  delivered?(conversation: ConversationId, seq: Seq): void
}

/** A destination, and how many calls it gets at once. */
export interface Reach {
  id: DestinationId
  destination: Destination
  gate: Gate
  /** How fast it is told what it has to answer. */
  pace?: Pace | undefined
}

/** What the lane does next: the delivery is out of the way, or it is tried again as it now stands. */
export type Attempted = { kind: 'over' } | { kind: 'again'; delivery: Delivery }

/**
 * Calls, and turns an exception, which would be a fault of ours, into a receipt that is tried again. `begin` is awaited
 * when the call's turn has come: what only waits for it is not under way. False when the lane was stopped meanwhile.
 */
export async function call(
  parts: OutboxParts,
  { id, destination, gate, pace }: Reach,
  what: Call,
  begin: () => Promise<boolean> | boolean
): Promise<Made | 'stopped'> {
  await gate.enter()
  try {
    if (what.kind === 'entry' && turns(what.entry)) await pace?.turn()
    if (!(await begin())) return 'stopped'
    return await made(parts, { id, destination }, what)
  } finally {
    gate.leave()
  }
}

/** A call that was made: what came of it, when, and whose time it took. */
interface Made {
  receipt: Receipt
  attempt: Attempt & { tookMs: number }
  theirsMs: number
}

async function made(
  { clock, meter, log }: OutboxParts,
  { id, destination }: Pick<Reach, 'id' | 'destination'>,
  what: Call
): Promise<Made> {
  const at = clock.now()
  let theirsMs = 0
  let status: number | undefined
  let receipt: Receipt
  try {
    receipt = await destination.send(what, exchange => {
      theirsMs += exchange.tookMs
      status = exchange.status
    })
    meter.called(id, what.kind, receipt.kind, clock.now() - at)
  } catch (error) {
    log.error({ destination: id, error: String(error) }, 'a fault while sending')
    receipt = { kind: 'unknown', reason: 'a fault of the relay' }
  }
  const attempt = {
    at,
    tookMs: clock.now() - at,
    outcome: receipt.kind,
    ...(status !== undefined && { status }),
    ...('reason' in receipt && { reason: receipt.reason })
  }
  return { receipt, attempt, theirsMs }
}

/** A delivery that is being tried, and how to write down what came of it. */
interface Try {
  parts: OutboxParts
  reach: Reach
  delivery: Delivery
  /** False once the lane is stopped: nothing more is sent. */
  goesOn(): boolean
  /** False when the lane was stopped before it held. */
  stored(settlement: Settlement, attempt?: Attempt): Promise<boolean>
  /** Keeps the destination's id for the conversation, for whatever is called after it too. */
  linked(address: string, attempt?: Attempt): Promise<'linked' | 'taken' | 'stopped'>
  /** Hands in what it answered, until that is stored; false when the lane was stopped before. */
  handedIn(input: Input): Promise<boolean>
}

/** One try at a delivery: what must be written down is, before this returns. */
export async function attempt(one: Try): Promise<Attempted> {
  const { parts, reach, delivery, stored } = one
  const { conversation, entry, address } = delivery
  const key = keyOf(delivery)
  if (delivery.tried) return afterCrash(one, key)
  const once = reach.destination.once === true && !acknowledges(entry)
  const { attempts } = delivery
  const what: Call = { kind: 'entry', conversation, entry, address, key, attempts }
  const begin = () => one.goesOn() && (!once || stored({ kind: 'trying' }))
  const made = await answered(one, () => call(parts, reach, what, begin))
  if (made === 'stopped') return { kind: 'again', delivery }
  parts.crash('after-send')
  const { receipt, attempt, theirsMs } = made
  const waitedMs = Math.max(0, attempt.at - delivery.dueAt)
  parts.meter.attempted(reach.id, { outcome: attempt.outcome, waitedMs, theirsMs })
  return settled({ ...one, attempt, once }, receipt)
}

/** A try whose call was made, or that a crash cut off. */
interface Tried extends Try {
  attempt: Attempt
  /** Its call must not be made twice. */
  once: boolean
}

/** Whatever was said there would be said in somebody else's conversation. */
const notItsOwn = 'it was answered with an id that another conversation has'

async function settled(one: Tried, receipt: Receipt): Promise<Attempted> {
  const { parts, reach, delivery, stored, attempt, once } = one
  const { conversation, entry } = delivery
  switch (receipt.kind) {
    case 'taken':
      // What the destination says by other ways from now on must find the conversation.
      if (receipt.address !== undefined && (await one.linked(receipt.address)) === 'taken')
        return giveUp({ ...one, attempt: { ...attempt, outcome: 'lost', reason: notItsOwn } }, notItsOwn)
      if (!(await allHandedIn(one, receipt.inputs))) return { kind: 'again', delivery }
      await stored({ kind: 'done' }, attempt)
      if (said(entry) && !reach.destination.bystander) parts.delivered?.(conversation, entry.seq)
      return { kind: 'over' }
    case 'linked':
      if ((await one.linked(receipt.address, attempt)) === 'taken')
        return again({ ...one, attempt: { ...attempt, outcome: 'later', reason: notItsOwn } }, notItsOwn)
      return { kind: 'again', delivery: { ...delivery, address: receipt.address } }
    case 'later':
      return again(one, receipt.reason, receipt.afterMs)
    case 'unknown':
      return once ? giveUp(one, receipt.reason) : again(one, receipt.reason)
    case 'lost':
    case 'refused':
    case 'gone':
      return giveUp(one, receipt.reason)
    default:
      return receipt satisfies never
  }
}

async function allHandedIn({ handedIn }: Try, inputs: readonly Input[] = []): Promise<boolean> {
  for (const input of inputs) if (!(await handedIn(input))) return false
  return true
}

/** The relay died in the middle of a call that must not be made twice: its answer is in the log, or nobody knows. */
async function afterCrash(one: Try, key: string): Promise<Attempted> {
  const answer = await one.parts.store.byReceived(one.reach.id, [key])
  const { triedAt: at = one.delivery.dueAt } = one.delivery
  const reason = 'the relay died while it was being sent'
  if (!answer) return giveUp({ ...one, attempt: { at, outcome: 'lost', reason }, once: true }, reason)
  await one.stored({ kind: 'done' }, { at, outcome: 'taken' })
  return { kind: 'over' }
}

/** Where answers come inside the call, the bot is shown typing while it is under way. */
async function answered<Result>(
  { parts, reach, delivery }: Try,
  make: () => Promise<Result>
): Promise<Result> {
  const { conversation, entry } = delivery
  if (!reach.destination.answersInCall || !turns(entry)) return make()
  // Typing is forgotten: a fault in it is no reason to call again.
  const typing = (state: 'start' | 'stop') =>
    parts
      .handIn(conversation, { kind: 'typing', by: 'bot', state })
      .catch((error: unknown) => parts.log.error({ error: String(error) }, 'a fault while telling of typing'))
  await typing('start')
  const receipt = await make()
  await typing('stop')
  return receipt
}

async function again(one: Tried, reason: string, afterMs = 0): Promise<Attempted> {
  const { delivery, stored, attempt } = one
  const { clock, random } = one.parts
  const backoff = one.reach.destination.backoff ?? one.parts.backoff
  const attempts = delivery.attempts + 1
  const now = clock.now()
  const failed = { attempts, askedMs: afterMs, owedForMs: now - delivery.owedAt }
  const wait = nextWaitMs(backoff, failed, random)
  if (wait === undefined) return giveUp(one, `given up after ${attempts} tries: ${reason}`)
  const dueAt = now + wait
  await stored({ kind: 'later', dueAt, reason }, attempt)
  return { kind: 'again', delivery: { ...delivery, attempts, dueAt, putOffMs: wait } }
}

/** Did the visitor say it? Then it is the visitor's to know that nobody heard it. */
const said = (entry: Entry): boolean =>
  entry.kind === 'postback' || (entry.kind === 'message' && entry.by === 'visitor')

/** Is it the bot's turn after it? */
const turns = (entry: Entry): boolean => said(entry) || entry.kind === 'opened'

/** That a message was heard may be told again: it does no harm. */
const acknowledges = (entry: Entry): boolean => entry.kind === 'message' && 'via' in entry

async function giveUp(one: Tried, reason: string): Promise<Attempted> {
  const { parts, reach, delivery, stored, handedIn, attempt } = one
  const { conversation, entry, id } = delivery
  const told = said(entry) && !reach.destination.bystander
  if (told && !(await handedIn({ kind: 'undelivered', of: entry.seq, to: reach.id }))) {
    return { kind: 'again', delivery }
  }
  await stored({ kind: 'dead', reason }, attempt)
  parts.meter.died(reach.id)
  parts.log.error(
    { destination: reach.id, conversation, seq: entry.seq, delivery: id, reason },
    'dead letter'
  )
  return { kind: 'over' }
}
