import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Input } from '../conversation/input.ts'
import { noCrash } from '../lib/crash.ts'
import { quietLog } from '../lib/log.ts'
import { bot } from '../testing/entries.ts'
import { until } from '../testing/until.ts'
import { createWorld, type World } from '../testing/world.ts'
import type { Call, Destination, Receipt } from './destination.ts'
import { Dispatcher } from './dispatcher.ts'

let world: World
let id: ConversationId
let calls: Call[]
let answer: (call: Call) => Promise<Receipt>
let dispatcher: Dispatcher

beforeEach(async () => {
  world = createWorld()
  id = await world.open()
  calls = []
  answer = async () => ({ kind: 'taken' })
})
afterEach(async () => {
  await dispatcher.stop(1)
  await world.close()
})

function run(more: Partial<Destination>): void {
  const send = (call: Call): Promise<Receipt> => {
    calls.push(call)
    return answer(call)
  }
  const { store, clock, accept } = world
  dispatcher = new Dispatcher({
    store,
    clock,
    destinations: new Map([[bot, { concurrency: 2, send, ...more }]]),
    handIn: accept,
    log: quietLog,
    crash: noCrash,
    random: () => 1,
    leaseMs: 30_000,
    backoff: { firstMs: 100, factor: 4, capMs: 1_000, giveUpMs: 5_000 },
    meter: { called() {}, attempted() {}, died() {} }
  })
}

const say = (text: string) =>
  world.accept(id, { kind: 'said', by: 'visitor', id: `client-${text}-000`, text })
const kinds = async () => (await world.store.read(id, 1, 100)).map(({ kind }) => kind)
const dead = () => world.store.deadLetters(10)

test('[O13] [O14] what was lost is told to the visitor, and is not sent again', async () => {
  run({ once: true })
  answer = async () => ({ kind: 'lost', reason: 'no answer in time' })
  await say('hello')
  await until(async () => (await dead()).length === 1)
  expect(await kinds()).toEqual(['message', 'undelivered'])
  expect(calls).toHaveLength(1)
  expect(await dead()).toMatchObject([{ seq: 2, reason: 'no answer in time' }])
})

test('[O13] a visitor is told of what was refused, and of nothing that the visitor did not say', async () => {
  run({})
  answer = async () => ({ kind: 'refused', reason: 'no' })
  await world.accept(id, { kind: 'handover', ids: ['h'], metadata: {} })
  await world.accept(id, { kind: 'handback', metadata: {} })
  await until(async () => (await dead()).length === 1)
  await say('hello')
  await until(async () => (await dead()).length === 2)
  expect(await kinds()).toEqual(['handover', 'handback', 'message', 'undelivered'])
})

test('[O14] a call that was under way when the relay died is not made again', async () => {
  run({ once: true })
  answer = () => new Promise(() => undefined)
  await say('hello')
  await until(() => calls.length === 1)
  const [delivery] = world.owed
  if (!delivery) throw new Error('nothing was owed')
  run({ once: true })
  world.clock.move(31_000)
  await dispatcher.start()
  await until(async () => (await dead()).length === 1)
  expect(calls).toHaveLength(1)
  expect(await kinds()).toEqual(['message', 'undelivered'])
})

test('[OP5] a call that the relay died in is told as one whose end nobody knows, from when it began', async () => {
  run({ once: true })
  answer = () => new Promise(() => undefined)
  await say('hello')
  await until(() => calls.length === 1)
  const began = world.clock.now()
  run({ once: true })
  world.clock.move(31_000)
  await dispatcher.start()
  await until(async () => (await dead()).length === 1)
  const [told] = await world.store.operators.timeline(id, 1, 1)
  const reason = 'the relay died while it was being sent'
  expect(told?.deliveries).toMatchObject([{ state: 'dead', reason }])
  expect(told?.deliveries[0]?.attempts).toEqual([{ at: began, outcome: 'lost', reason }])
})

test('[O15] the bot is shown typing while a call is under way that it answers in', async () => {
  run({ answersInCall: true })
  let during: unknown
  answer = async () => {
    during = world.told.at(-1)
    return { kind: 'taken' }
  }
  await say('hello')
  await until(() => world.told.length === 2)
  expect(during).toEqual({ kind: 'typing', by: 'bot', state: 'start' })
  expect(world.told.at(-1)).toEqual({ kind: 'typing', by: 'bot', state: 'stop' })
})

test('[O16] nothing more is sent before the mark of what was sent is durable', async () => {
  const marked: number[] = []
  const { store } = world
  const { settleSoon } = store
  store.settleSoon = async delivery => {
    const stored = await settleSoon(delivery)
    marked.push(delivery.entry.seq)
    return stored
  }
  const seenMarks: number[] = []
  let begin: () => void = () => undefined
  const allSaid = new Promise<void>(resolve => {
    begin = resolve
  })
  run({})
  answer = async () => {
    seenMarks.push(marked.length)
    await allSaid
    return { kind: 'taken' }
  }
  for (const text of ['a', 'b', 'c']) await say(text)
  begin()
  await until(() => calls.length === 3)
  expect(seenMarks).toEqual([0, 1, 2])
})

test('[O16] what was sent before its mark could be stored is not sent again, though its lease runs out', async () => {
  const { store } = world
  const { settle, settleSoon } = store
  run({})
  store.settleSoon = async () => false
  store.settle = async () => false
  await say('a')
  await until(() => calls.length === 1)
  world.clock.move(30_001)
  await dispatcher.look()
  Object.assign(store, { settle, settleSoon })
  await until(async () => {
    world.clock.move(1_000)
    return dispatcher.waiting() === 0 && (await store.claim(10)).length === 0
  })
  await say('b')
  await until(() => {
    world.clock.move(1_000)
    return calls.length >= 2
  })
  expect(calls).toMatchObject([{ entry: { seq: 2 } }, { entry: { seq: 3 } }])
})

test.each([
  ['unknown', async (): Promise<Receipt> => ({ kind: 'unknown', reason: 'silence' })],
  [
    'a fault of ours',
    async (): Promise<Receipt> => {
      throw new Error('a fault')
    }
  ]
])('[O14] a call whose end is %s is not made again where none may be', async (_, end) => {
  run({ once: true })
  answer = end
  await say('hello')
  await until(async () => (await dead()).length === 1)
  world.clock.move(5_000)
  await say('again')
  await until(async () => (await dead()).length === 2)
  expect(calls).toHaveLength(2)
  expect(await kinds()).toEqual(['message', 'undelivered', 'message', 'undelivered'])
})

test('[O14] what was certainly not taken is tried again all the same', async () => {
  run({ once: true })
  answer = async () => (calls.length === 1 ? { kind: 'later', reason: 'no connection' } : { kind: 'taken' })
  await say('hello')
  await until(() => calls.length === 1)
  await until(() => {
    world.clock.move(100)
    return calls.length === 2
  })
  expect(await dead()).toEqual([])
})

test('[O14] a call is not made at all while it cannot be written down that it is', async () => {
  run({ once: true })
  const { store } = world
  const { settle } = store
  let broken = true
  store.settle = async (...what) => (broken ? false : settle(...what))
  await say('hello')
  await say('again')
  await new Promise(setImmediate)
  const stopping = dispatcher.stop(1)
  world.clock.move(1)
  await stopping
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
  expect(calls).toEqual([])
  broken = false
})

test('[O6] a destination that answers is found by its id when its answers are handed in', async () => {
  const fresh = 'c-fresh' as ConversationId
  run({})
  let found: Promise<ConversationId | undefined> | undefined
  world.store.watch({
    appended(_, [entry]) {
      if (entry?.kind === 'closed') found = world.store.byAddress(bot, 'theirs')
    }
  })
  answer = async () => ({ kind: 'taken', address: 'theirs', inputs: [{ kind: 'close' }] })
  await world.accept(fresh, { kind: 'open', site: 'shop', visitor: 'v' })
  await until(() => found !== undefined)
  expect(await found).toBe(fresh)
})

test('[O6] a destination that answers under an id that another conversation has is not heard', async () => {
  const fresh = 'c-fresh' as ConversationId
  run({ once: true })
  answer = async () => ({ kind: 'taken', address: 'their-one', inputs: [{ kind: 'close' }] })
  await world.accept(fresh, { kind: 'open', site: 'shop', visitor: 'v' })
  await until(async () => (await dead()).length === 1)
  const reason = expect.stringContaining('an id that another conversation has')
  expect(await dead()).toMatchObject([{ conversation: fresh, seq: 1, reason }])
  expect(await world.store.read(fresh, 0, 10)).toHaveLength(1)
  answer = async () => ({ kind: 'taken', address: 'theirs' })
  await world.accept(fresh, { kind: 'said', by: 'visitor', id: 'client-0001', text: 'hello' })
  await until(() => calls.length === 2)
  expect(calls.map(call => call.address)).toEqual([undefined, undefined])
  await until(async () => (await world.store.byAddress(bot, 'theirs')) === fresh)
})

test('[O7] an answer that could not be stored is handed in again, and its call is not made again', async () => {
  run({ once: true })
  const { store } = world
  const { append } = store
  let full = true
  store.append = async work => {
    const isAnswer = work.entries.some(entry => entry.kind === 'message' && entry.by === 'bot')
    return full && isAnswer ? { kind: 'failed', reason: 'not stored' } : append(work)
  }
  const content = { kind: 'text', text: 'Hi' } as const
  const input: Input = { kind: 'received', via: bot, ids: ['x'], content, payloads: [], raw: null }
  answer = async call =>
    call.kind === 'entry' && call.entry.seq === 2 ? { kind: 'taken', inputs: [input] } : { kind: 'taken' }
  await say('hello')
  await until(() => calls.length === 1)
  world.clock.move(1_000)
  full = false
  await until(async () => {
    world.clock.move(1_000)
    return (await kinds()).length === 2
  })
  expect(calls.filter(call => call.kind === 'entry' && call.entry.seq === 2)).toHaveLength(1)
})

test('[O18] what only waited for its turn when the relay died is sent', async () => {
  const others = [id, await world.open('two'), await world.open('three')]
  run({ once: true, concurrency: 1 })
  answer = () => new Promise(() => undefined)
  for (const other of others) {
    await world.accept(other, { kind: 'said', by: 'visitor', id: 'client-0000', text: 'hello' })
  }
  await until(() => calls.length === 1)
  answer = async () => ({ kind: 'taken' })
  run({ once: true })
  world.clock.move(31_000)
  await dispatcher.start()
  await until(async () => calls.length === 3 && (await dead()).length === 1)
})

test('[O18] a call whose answer is in the log was heard, though the relay died before it could say so', async () => {
  run({ once: true })
  const content = { kind: 'text', text: 'yes' } as const
  const said = { kind: 'received', via: bot, ids: [`${id}.2`], content, payloads: [], raw: null } as const
  const { store } = world
  const { settle } = store
  // The relay dies before the mark.
  store.settle = (delivery, settlement) =>
    settlement.kind === 'done' ? new Promise(() => undefined) : settle(delivery, settlement)
  answer = async () => ({ kind: 'taken', inputs: [said] })
  await say('hello')
  await until(async () => (await kinds()).length === 2)
  store.settle = settle
  answer = async () => ({ kind: 'taken' })
  run({ once: true })
  world.clock.move(31_000)
  await dispatcher.start()
  // The second is the answer itself, which its platform may want acknowledged.
  await until(() => calls.length === 2)
  expect(calls).toMatchObject([{ entry: { seq: 2 } }, { entry: { seq: 3 } }])
  expect(await kinds()).toEqual(['message', 'message'])
  expect(await dead()).toEqual([])
})

test('[O19] what has to be answered goes out no faster than its destination wants, the rest at once', async () => {
  const others = [id, await world.open('two'), await world.open('three')]
  run({ concurrency: 10, perSecond: 2 })
  const calm = async () => {
    for (let turn = 0; turn < 30; turn += 1) await new Promise(setImmediate)
  }
  const later = async (ms: number) => {
    world.clock.move(ms)
    await calm()
  }
  for (const other of others) {
    await world.accept(other, { kind: 'said', by: 'visitor', id: 'client-0000', text: 'hello' })
  }
  await calm()
  expect(calls).toHaveLength(1)
  await later(20)
  dispatcher.tell(id, bot, 'read')
  await later(479)
  expect(calls.map(({ kind }) => kind)).toEqual(['entry', 'activity'])
  await later(1)
  expect(calls).toHaveLength(3)
  await later(500)
  expect(calls).toHaveLength(4)
})

test('[O14] that a call which must not be made twice was taken is written down at once', async () => {
  run({ once: true })
  const { store } = world
  const { settle, settleSoon } = store
  const marks: string[] = []
  store.settle = (delivery, settlement) => {
    marks.push(settlement.kind)
    return settle(delivery, settlement)
  }
  store.settleSoon = delivery => {
    marks.push('soon')
    return settleSoon(delivery)
  }
  await say('hello')
  await until(() => marks.length === 2)
  expect(marks).toEqual(['trying', 'done'])
})
