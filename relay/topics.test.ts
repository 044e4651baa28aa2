import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Input } from './conversation/input.ts'
import type { Settlement } from './conversation/store.ts'
import { noCrash } from './lib/crash.ts'
import { quietLog } from './lib/log.ts'
import { Dispatcher } from './outbox/dispatcher.ts'
import { testClock } from './testing/clock.ts'
import { bot } from './testing/entries.ts'
import { type Receiver, signingSecret, startReceiver } from './testing/receiver.ts'
import { until } from './testing/until.ts'
import { createWorld, type World } from './testing/world.ts'
import { topics as catalogue } from './topics/catalogue.ts'
import { startTopics, subscriptions, type Topics } from './topics/index.ts'

let world: World
let receiver: Receiver
let topics: Topics
let dispatcher: Dispatcher
let settled: Settlement[]
let logged: string[]
let disabled: Map<string, boolean>

beforeEach(async () => {
  world = createWorld({ subscribers: entry => topics.subscribers?.(entry) ?? [] }, stillClock())
  receiver = await startReceiver(signingSecret, () => world.clock.now())
  settled = []
  logged = []
  disabled = new Map()
})
afterEach(async () => {
  await dispatcher.stop(1)
  await topics.close()
  await receiver.close()
  await world.close()
  expect(receiver.failures).toEqual([])
})

/** Nothing here happens every second, and a second less counts when days go by. */
const stillClock = () => ({ ...testClock(Date.now()), every: () => () => undefined })

/** Starts what tells events; again, after a restart. */
async function begin(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const note = (facts: unknown, words: string) => void logged.push(`${words} ${JSON.stringify(facts)}`)
  const log = { ...quietLog, warn: note, error: note, info: note }
  const { store, clock, accept } = world
  const one = { id: 'crm', url: receiver.url, topics: catalogue, secret: signingSecret, ...more }
  topics = await startTopics(subscriptions.parse([{ allowPrivateAddresses: true, ...one }]), {
    store,
    clock,
    log,
    meter: { disabled: (id, is) => disabled.set(id, is) },
    secret: 'the-secret-of-the-relay'
  })
  const settle: typeof store.settle = async (delivery, settlement) => {
    const kept = await store.settle(delivery, settlement)
    if (delivery.destination === 'topics/crm') settled.push(settlement)
    return kept
  }
  const settleSoon: typeof store.settleSoon = delivery => {
    if (delivery.destination === 'topics/crm') settled.push({ kind: 'done' })
    return store.settleSoon(delivery)
  }
  dispatcher = new Dispatcher({
    store: { ...store, settle, settleSoon },
    clock,
    log,
    crash: noCrash,
    random: () => 0,
    leaseMs: 30_000,
    backoff: { firstMs: 100, factor: 4, capMs: 1_000, giveUpMs: 5_000 },
    meter: { called() {}, attempted() {}, died() {} },
    handIn: accept,
    destinations: new Map([
      [bot, { concurrency: 2, send: async () => ({ kind: 'taken' as const }) }],
      ...topics.destinations.map(({ id, destination }) => [id, destination] as const)
    ])
  })
  await dispatcher.start()
}

async function restart(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await dispatcher.stop(1)
  await topics.close()
  world.clock.move(30_001)
  await begin(more)
}

async function open(name = 'one'): Promise<ConversationId> {
  const id = `c-${name}` as ConversationId
  const page = { url: 'https://shop.example.com/pots?q=1', title: 'Pots' }
  await world.accept(id, { kind: 'open', site: 'shop', visitor: `visitor ${name}`, locale: 'sv', page })
  return id
}

const say = (text: string): Input => ({ kind: 'said', by: 'visitor', id: `client-${text}-000`, text })
const botSays = (text: string): Input => ({
  kind: 'received',
  via: bot,
  ids: [`message:${text}`],
  content: { kind: 'text', text, actions: [{ kind: 'postback', label: 'Yes' }] },
  payloads: [{ hidden: 'canary' }],
  raw: { hidden: 'canary' }
})

/** A conversation in which everything happens. */
async function everything(): Promise<ConversationId> {
  const id = await open()
  const inputs: Input[] = [
    say('hello'),
    botSays('shall I?'),
    { kind: 'postback', id: 'client-press-000', of: 3, action: 0 },
    { kind: 'handover', ids: ['event:h'], metadata: { summary: 'canary' } },
    { kind: 'take', name: 'Anna' },
    { kind: 'said', by: 'agent', id: 'agent-say-0001', name: 'Anna', text: 'Anna here' },
    { ...botSays('moved'), kind: 'received', by: 'system' } as Input,
    { kind: 'handback', metadata: { note: 'canary' } },
    { kind: 'undelivered', of: 2, to: bot },
    { kind: 'close' }
  ]
  for (const input of inputs) expect((await world.accept(id, input)).kind, input.kind).toBe('taken')
  return id
}

const told = () => receiver.events.map(({ event }) => `${event.seq} ${event.topic}`)
const heard = (count: number) => until(() => receiver.events.length >= count)
/** Until so many tries have been written down, and whoever waits for a time has begun to. */
async function tried(count: number): Promise<void> {
  await until(() => settled.length >= count)
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
}

const everythingTold = [
  '1 chat.create',
  '1 chat.data.update',
  '1 chat.user.update',
  '2 chat.user.message',
  '2 chat.message',
  '2 chat.data.update',
  '3 chat.bot.message',
  '3 chat.message',
  '4 chat.user.message',
  '4 chat.message',
  '4 chat.data.update',
  '4 chat.scenario.run',
  '5 chat.update',
  '5 chat.status.change',
  '6 chat.update',
  '6 chat.status.change',
  '7 chat.agent.message',
  '7 chat.message',
  '8 chat.system.message',
  '8 chat.message',
  '9 chat.update',
  '9 chat.status.change',
  '10 chat.update',
  '11 chat.update',
  '11 chat.status.change',
  '11 chat.close'
]

test('[T1] every entry is told as its topics, in order, and all topics there are of what is not erased', async () => {
  await begin()
  await everything()
  await heard(everythingTold.length)
  expect(told()).toEqual(everythingTold)
  expect(new Set(receiver.events.map(({ event }) => event.topic))).toEqual(
    new Set(catalogue.filter(topic => topic !== 'chat.erase'))
  )
})

test('[T3] a subscriber of some topics is told which entry it was told of before, and so sees what is missing', async () => {
  await begin({ topics: ['chat.status.change', 'chat.agent.message'] })
  await everything()
  await heard(5)
  const places = receiver.events.map(({ event }) => [event.previous, event.seq])
  expect(places).toEqual([
    [0, 5],
    [5, 6],
    [6, 7],
    [7, 9],
    [9, 11]
  ])
})

test('[T5] what is sent is signed with every secret, and the official library takes each of them', async () => {
  const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  await begin({ secret: [signingSecret, other], topics: ['chat.create'] })
  await open()
  await heard(1)
  const { headers, body } = receiver.events[0] ?? expect.fail('nothing was told')
  for (const secret of [signingSecret, other]) {
    const fit = new Webhook(secret).verify(body, headers as Record<string, string>)
    expect(fit).toMatchObject({ topic: 'chat.create', seq: 1 })
  }
  const stranger = new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`)
  expect(() => stranger.verify(body, headers as Record<string, string>)).toThrow()
  expect(() => new Webhook(other).verify(`${body} `, headers as Record<string, string>)).toThrow()
})

test('[T6] a repeat has the id and the body of the first time, and its own time', async () => {
  receiver.answers.push(204, 500)
  await begin({ topics: ['chat.create', 'chat.user.update'] })
  await open()
  await tried(1)
  world.clock.move(5_500)
  await heard(4)
  const [first, second, again, last] = receiver.events.map(({ headers, body }) => ({
    id: headers['webhook-id'],
    at: Number(headers['webhook-timestamp']),
    body
  }))
  expect(first?.id).toBe('msg_c-one_1_chat-create')
  expect([again?.id, again?.body, last?.id, last?.body]).toEqual([
    first?.id,
    first?.body,
    second?.id,
    second?.body
  ])
  expect((again?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(5)
})

test('[T7] the schedule of Standard Webhooks to the second, and then a dead letter', async () => {
  receiver.usual = 500
  await begin({ topics: ['chat.create'], disableAfterSeconds: 1_000_000 })
  await open()
  const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
  for (const [i, seconds] of waits.entries()) {
    await tried(i + 1)
    world.clock.move(seconds * 1_000 - 1)
    await tried(i + 1)
    expect(receiver.events).toHaveLength(i + 1)
    world.clock.move(1)
    await heard(i + 2)
  }
  await tried(10)
  expect(await world.store.deadLetters(10)).toMatchObject([
    { destination: 'topics/crm', seq: 1, attempts: 10, reason: 'given up after 10 tries: it answered 500' }
  ])
})

test('[T8] whatever is not 2xx is tried again, redirects and broken connections included', async () => {
  receiver.answers.push(301, 400, 401, 404, 422, 500, 503, 'reset')
  await begin({ topics: ['chat.create'], retrySeconds: Array.from({ length: 20 }, () => 1) })
  await open()
  for (let tries = 1; tries <= 8; tries += 1) {
    await tried(tries)
    world.clock.move(1_000)
  }
  await tried(9)
  expect(settled.at(-1)).toEqual({ kind: 'done' })
  expect(receiver.events).toHaveLength(9)
})

test('[T8] Retry-After is waited for, but never longer than the longest wait of the schedule', async () => {
  receiver.answers.push(
    { status: 429, headers: { 'retry-after': '600' } },
    { status: 503, headers: { 'retry-after': '999999999' } }
  )
  await begin({ topics: ['chat.create'], disableAfterSeconds: 1_000_000 })
  await open()
  await tried(1)
  world.clock.move(599_999)
  await tried(1)
  expect(receiver.events).toHaveLength(1)
  world.clock.move(1)
  await tried(2)
  world.clock.move(86_400_000)
  await tried(3)
  expect(receiver.events).toHaveLength(3)
})

test('[T9] 410 disables at once: nothing more is sent, and operators are told', async () => {
  receiver.usual = 410
  await begin()
  const id = await open()
  await tried(1)
  await world.accept(id, say('hello'))
  await tried(1)
  expect(receiver.events).toHaveLength(1)
  expect(topics.list()).toMatchObject([{ id: 'crm', state: 'disabled', reason: 'it answered 410' }])
  expect(logged.filter(line => line.startsWith('subscription disabled'))).toHaveLength(1)
  expect(disabled.get('topics/crm')).toBe(true)
  expect(await world.store.deadLetters(10)).toMatchObject([{ seq: 1, reason: 'it answered 410' }])
})

test('[T10] who takes nothing for a day is disabled, and is so after a restart', async () => {
  receiver.usual = 500
  await begin({ topics: ['chat.create'] })
  await open()
  for (const [i, seconds] of [5, 300, 1_800, 7_200, 18_000, 36_000].entries()) {
    await tried(i + 1)
    expect(topics.list()).toMatchObject([{ state: 'failing' }])
    world.clock.move(seconds * 1_000)
  }
  await tried(7)
  await restart({ topics: ['chat.create'] })
  expect(topics.list()).toMatchObject([{ state: 'failing' }])
  world.clock.move(50_400_000)
  await tried(8)
  expect(topics.list()).toMatchObject(
    [{ state: 'disabled', reason: /nothing was taken since .*500$/ }].map(fits)
  )
  await restart({ topics: ['chat.create'] })
  expect(topics.list()).toMatchObject([{ state: 'disabled' }])
  expect(disabled.get('topics/crm')).toBe(true)
})

const fits = <T extends { reason: RegExp }>(one: T) => ({ ...one, reason: expect.stringMatching(one.reason) })

test('[T10] one event that is taken ends a bad day', async () => {
  receiver.answers.push(500)
  await begin({ topics: ['chat.create'] })
  await open()
  await tried(1)
  world.clock.move(86_500_000)
  await tried(2)
  expect(topics.list()).toEqual([expect.objectContaining({ state: 'working' })])
  expect(topics.list()[0]).not.toHaveProperty('failingSince')
})

test('[T11] while it is disabled nothing is owed, what was is a dead letter, and a replay covers all of it', async () => {
  receiver.answers.push(500)
  await begin({ topics: ['chat.message'] })
  const id = await open()
  await world.accept(id, say('one'))
  await tried(1)
  expect(await topics.disable('crm')).toBe(true)
  world.clock.move(6_000)
  await tried(2)
  await world.accept(id, say('two'))
  await tried(2)
  expect(await world.store.deadLetters(10)).toMatchObject([
    { seq: 2, reason: 'the subscription is disabled' }
  ])
  expect(await topics.replay('crm', { conversation: id, from: 1, to: 9 })).toBe('disabled')
  expect(await topics.enable('crm')).toBe(true)
  expect(await topics.replay('crm', { conversation: id, from: 1, to: 9 })).toEqual({ owed: 2, whole: true })
  await heard(3)
  expect(told()).toEqual(['2 chat.message', '2 chat.message', '3 chat.message'])
})

test('[T12] a replay tells a time of all conversations again, with the ids of the first time', async () => {
  await begin({ topics: ['chat.user.message'] })
  const [one, two] = [await open('one'), await open('two')]
  await world.accept(one, say('early'))
  world.clock.move(10_000)
  const from = world.clock.now()
  await world.accept(one, say('middle'))
  await world.accept(two, say('middle too'))
  const to = world.clock.now()
  world.clock.move(10_000)
  await world.accept(two, say('late'))
  await heard(4)
  await tried(4)
  const first = receiver.events.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)
  receiver.events.length = 0
  expect(await topics.replay('crm', { from, to })).toEqual({ owed: 2, whole: true })
  await heard(2)
  const again = receiver.events.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)
  expect(again.toSorted()).toEqual(first.filter(line => line.includes('middle')).toSorted())
  expect(await topics.replay('nobody', { from, to })).toBeUndefined()
})

test('[T13] that a subscriber was not told is nothing the visitor learns of', async () => {
  receiver.usual = 410
  await begin({ topics: ['chat.user.message'] })
  const id = await open()
  await world.accept(id, say('hello'))
  await tried(1)
  expect((await world.store.deadLetters(10)).map(({ seq }) => seq)).toEqual([2])
  expect((await world.store.read(id, 0, 10)).map(({ kind }) => kind)).toEqual(['opened', 'message'])
})

test('[T19] no secret, no path of a URL and no text is in the log, in a dead letter or in the list', async () => {
  receiver.usual = 410
  await begin()
  const id = await open()
  await world.accept(id, say('a private matter'))
  await tried(1)
  const seen = JSON.stringify([logged, topics.list(), await world.store.deadLetters(10)])
  expect(seen).toContain('it answered 410')
  for (const secret of [signingSecret, 'secret-step', 'a private matter', 'canary'])
    expect(seen).not.toContain(secret)
})

test('[T20] where nobody subscribes nobody is asked', async () => {
  await begin()
  await topics.close()
  const { store, clock } = world
  topics = await startTopics([], { store, clock, log: quietLog, meter: { disabled() {} }, secret: 'one' })
  expect(topics.subscribers).toBeUndefined()
})

test('[OP12] what a subscriber would be told is shown without its address, and is not told', async () => {
  await begin()
  const id = await open()
  await until(() => receiver.events.length > 0)
  const many = receiver.events.length
  const [entry] = await world.store.read(id, 0, 1)
  if (!entry) throw new Error('nothing was opened')
  const delivery = { id: 1, destination: 'topics/crm', conversation: id, entry, attempts: 0 }
  const call = await dispatcher.rehearse({ ...delivery, owedAt: 0, dueAt: 0, address: undefined })
  expect(call).toMatchObject({ method: 'POST', url: `${new URL(receiver.url).origin}/•••` })
  expect(call?.body).toMatchObject({ topic: 'chat.create', seq: 1 })
  expect(receiver.events).toHaveLength(many)
})
