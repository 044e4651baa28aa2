import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
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
    meter: { called() {}, died() {} }
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
