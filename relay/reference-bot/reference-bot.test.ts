import { afterEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../testing/clock.ts'
import { postback, type Reference, startReference } from '../testing/reference.ts'
import type { ReferenceBotOptions } from './options.ts'
import { readScript } from './script.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Says two things on start, one to anything else, and asks for a person on `person`. */
const script = readScript(`
start: hello
fallback: repeat
handback: back
entryPoints: { prices: prices }
words: [{ any: [person], go: person }]
passages:
  hello: [{ text: One }, { text: Two, replies: [{ label: Prices, go: prices }] }]
  repeat: [{ text: "You said: {said}" }]
  prices: [{ text: Ten }]
  person: [{ text: A moment }, { handover: { team: sales } }, { text: Never said }]
  back: [{ text: Back }]
`)

async function reference(options: Partial<ReferenceBotOptions> = {}): Promise<Reference> {
  const made = await startReference({ script, ...options })
  stops.push(made.close)
  return made
}

const texts = (bot: Reference) => bot.messages().map(({ content }) => content.text)
const types = (bot: Reference) =>
  bot.ear.requests.map(events =>
    events.map(({ type, payload }) => payload.activity?.type ?? type.replace('conversation:', '')).join('+')
  )
const said = (bot: Reference, ...expected: string[]) => expect.poll(() => texts(bot)).toEqual(expected)
/** Acknowledges whatever comes until the bot has said `count` messages. */
async function acknowledgeUntil(bot: Reference, conversation: string, count: number): Promise<void> {
  for (let next = 0; next < count; next += 1) {
    await expect.poll(() => bot.messages().length).toBeGreaterThan(next)
    await bot.ack(conversation, bot.messages()[next])
  }
}
/** All that this bot wanted to do has been done, when a call made later is answered. */
const settled = async (bot: Reference) => {
  for (let i = 0; i < 5; i += 1) await bot.record()
}

test('[R1] a wrong token, a wrong id and a body that is no JSON are answered 400 and recorded', async () => {
  const bot = await reference()
  const wrong = [
    await bot.call('', {}, { authorization: 'Bearer wrong' }),
    await bot.call('', {}, { authorization: '' }),
    await bot.call('', '{'),
    await bot.call('', '{}', { 'content-type': 'text/plain' }),
    await bot.tell('../messaging/webhook/v1/tm/other/conversations', {})
  ]
  expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
  expect(await bot.faults()).toEqual(Array(5).fill('bad-credentials'))
})

test.each(['', '{}', { displayName: 'Ada' }, { dispalyName: 'Ada', metadata: { page: '/a' } }])(
  '[R2] a conversation is made by 201, whatever is known of it: %j',
  async body => {
    const bot = await reference()
    const answer = await bot.call('', body)
    expect(answer).toMatchObject({
      status: 201,
      body: { conversation: { id: expect.stringMatching(/^cv_/) } }
    })
  }
)

test('[R3] nothing is said before a postback', async () => {
  const bot = await reference()
  const conversation = await bot.open(null)
  await bot.say(conversation, 'Hello?')
  await settled(bot)
  expect(bot.ear.requests).toEqual([])
  await bot.call(`/${conversation}/messages`, postback({ restart: true }))
  await said(bot, 'One')
})

test('[R4] a message waits until the one before it is acknowledged', async () => {
  const bot = await reference()
  const conversation = await bot.open()
  await said(bot, 'One')
  await bot.say(conversation, 'Hm')
  await settled(bot)
  expect(texts(bot)).toEqual(['One'])
  await bot.ack(conversation, bot.messages()[0])
  await said(bot, 'One', 'Two')
  await bot.ack(conversation, bot.messages()[1])
  await said(bot, 'One', 'Two', 'You said: Hm')
})

test('[R5] an echo acknowledges as well as a delivery', async () => {
  const bot = await reference()
  const conversation = await bot.open()
  await said(bot, 'One')
  await bot.call(`/${conversation}/messages`, bot.messages()[0])
  await said(bot, 'One', 'Two')
  expect(await bot.faults()).toEqual([])
})

test('[R6] an acknowledgement of another message, or of failure, gets 200 {} and releases nothing', async () => {
  const bot = await reference()
  const conversation = await bot.open()
  await said(bot, 'One')
  const [message] = bot.messages()
  const wrong = [
    await bot.ack(conversation, { ...message, id: 'ms_other' }),
    await bot.call(`/${conversation}/delivery`, { delivery: { state: 'failure', message } })
  ]
  expect(wrong).toMatchObject([
    { status: 200, body: {} },
    { status: 200, body: {} }
  ])
  await settled(bot)
  expect(texts(bot)).toEqual(['One'])
  expect(await bot.faults()).toEqual(['unknown-message', 'ack-not-success'])
})

test('[R7] acknowledging twice is recorded, but not the same request coming again', async () => {
  const bot = await reference()
  const conversation = await bot.open()
  await said(bot, 'One')
  const [message] = bot.messages()
  await bot.ack(conversation, message, { 'idempotency-key': 'a' })
  await bot.ack(conversation, message, { 'idempotency-key': 'a' })
  expect(await bot.faults()).toEqual([])
  await bot.ack(conversation, message, { 'idempotency-key': 'b' })
  expect(await bot.faults()).toEqual(['double-ack'])
})

test('[R8] an acknowledgement that changes the message is recorded', async () => {
  const bot = await reference()
  const conversation = await bot.open()
  await said(bot, 'One')
  await bot.ack(conversation, { ...bot.messages()[0], content: { type: 'text', text: 'one' } })
  expect(await bot.faults()).toEqual(['changed-message'])
})

test('[R9] an acknowledgement of typing or of a handover is recorded', async () => {
  const bot = await reference({ pace: { typing: true } })
  const conversation = await bot.open()
  await expect.poll(() => bot.ear.requests.length).toBeGreaterThan(0)
  const [typing] = bot.ear.requests.flat()
  await bot.ack(conversation, { id: typing?.id, author: { type: 'chatbot' } })
  await bot.ack(conversation, typing?.payload)
  expect(await bot.faults()).toEqual(['ack-of-no-message', 'ack-of-no-message'])
})

test('[R10] typing is shown around each message, for as long as it takes to write', async () => {
  const clock = testClock()
  const bot = await reference({ clock, pace: { typing: true, minMs: 500, maxMs: 500 } })
  await bot.open()
  await expect.poll(() => types(bot)).toEqual(['typing:start'])
  clock.move(499)
  await settled(bot)
  expect(types(bot)).toEqual(['typing:start'])
  clock.move(1)
  await expect.poll(() => types(bot)).toEqual(['typing:start', 'message', 'typing:stop'])
})

test('[R11] an unknown conversation gets 200 {} and is recorded; a missing key gets 400', async () => {
  const bot = await reference()
  const conversation = await bot.open(null)
  const author = { type: 'agent' }
  const calls: [string, object][] = [
    ['delivery', { delivery: { state: 'success', message: { id: 'm', author: { type: 'chatbot' } } } }],
    ['activity', { author: { type: 'user' }, type: 'typing:start' }],
    ['handback', { author, handback: { metadata: {} } }],
    ['messages', postback({ restart: true })]
  ]
  for (const [verb, body] of calls) {
    expect(await bot.call(`/cv_none/${verb}`, body)).toMatchObject({ status: 200, body: {} })
    expect(await bot.call(`/${conversation}/${verb}`, { author })).toMatchObject({ status: 400 })
  }
  expect(await bot.call(`/${conversation}/activity`, { type: { a: 1 } })).toMatchObject({ status: 400 })
  const found = await bot.faults()
  expect(found.filter(fault => fault === 'unknown-conversation')).toHaveLength(4)
  expect(found.filter(fault => fault === 'bad-body')).toHaveLength(5)
})

test('[R12] between handover and handback the visitor is not heard, and what was to be said is dropped', async () => {
  const bot = await reference()
  const conversation = await bot.open({ nextPassage: { passageId: 'person' } })
  await said(bot, 'A moment')
  await bot.ack(conversation, bot.messages()[0])
  await expect.poll(() => types(bot)).toEqual(['message', 'handover'])
  await bot.say(conversation, 'Anybody?')
  await bot.call(`/${conversation}/messages`, postback({ restart: true }))
  await settled(bot)
  expect(texts(bot)).toEqual(['A moment'])
  await bot.call(`/${conversation}/handback`, { author: { type: 'agent' }, handback: { metadata: {} } })
  await said(bot, 'A moment', 'Back')
  await bot.ack(conversation, bot.messages()[1])
  await bot.say(conversation, 'Hello again')
  await said(bot, 'A moment', 'Back', 'You said: Hello again')
  const { received } = await bot.record()
  expect(received.filter(({ ignored }) => ignored)).toHaveLength(2)
})

test('[R13] a payload made a string, or made up, is recorded', async () => {
  const bot = await reference()
  const conversation = await bot.open(null)
  for (const payload of [
    '{"restart":true}',
    { nextPassage: { passageId: 'none' } },
    { entryPoint: 'toString' }
  ])
    await bot.call(`/${conversation}/messages`, postback(payload))
  const found = await bot.faults()
  expect(found.filter(fault => fault === 'stringified-payload')).toHaveLength(1)
  expect(found.filter(fault => fault === 'unknown-payload')).toHaveLength(3)
})

test.each([
  [{ restart: true }, 'One'],
  [{ entryPoint: 'prices' }, 'Ten'],
  [{ nextPassage: { passageId: 'prices', inlineActions: [] } }, 'Ten']
])('[R14] a conversation starts where the postback says: %j', async (start, text) => {
  const bot = await reference()
  await bot.open(start)
  await said(bot, text)
})

test('[R15] an event is posted again, with its id, until it is taken, and nothing overtakes it', async () => {
  const clock = testClock()
  const bot = await reference({ clock, pace: { typing: true } })
  bot.ear.answers.push(503, 'reset', 404, 200, 500)
  const conversation = await bot.open()
  await movingUntil(clock, () => types(bot).length === 7)
  expect(types(bot)).toEqual([...Array(4).fill('typing:start'), 'message', 'message', 'typing:stop'])
  expect(new Set(bot.ear.requests.flat().map(({ id }) => id)).size).toBe(3)
  await bot.ack(conversation, bot.messages()[0])
  await bot.ack(conversation, bot.messages()[1])
  expect((await bot.faults()).filter(fault => fault !== 'webhook-not-taken')).toEqual([])
})

test('[R16] a repeated Idempotency-Key is answered as the first time and done once, if that is wanted', async () => {
  for (const [dedup, heard] of [
    [true, 1],
    [false, 2]
  ] as const) {
    const bot = await reference({ dedup })
    const conversation = await bot.open({ entryPoint: 'prices' })
    for (let i = 0; i < 2; i += 1) await bot.say(conversation, 'Again', { 'idempotency-key': 'k' })
    await acknowledgeUntil(bot, conversation, 1 + heard)
    await settled(bot)
    expect(texts(bot)).toEqual(['Ten', ...Array(heard).fill('You said: Again')])
  }
})

test.each([
  [{ status: 429, retryAfter: 3 }, false],
  [{ hangBeforeWork: true }, false],
  [{ resetBeforeWork: true }, false],
  [{ resetAfterWork: true }, true],
  [{ hangAfterWork: true }, true]
])('[R17] a call meets misbehaviour as often as told, and the work is done or not: %j', async (how, done) => {
  const bot = await reference()
  const conversation = await bot.open({ entryPoint: 'prices' })
  await acknowledgeUntil(bot, conversation, 1)
  await bot.tell('misbehave', { call: 'messages', times: 1, how })
  const answer = await bot.say(conversation, 'First').catch(() => 'nothing')
  expect(answer).toEqual(
    'status' in how ? expect.objectContaining({ status: 429, retryAfter: '3' }) : 'nothing'
  )
  expect(await bot.say(conversation, 'Second')).toMatchObject({ status: 200 })
  const first = done ? ['You said: First'] : []
  await acknowledgeUntil(bot, conversation, done ? 3 : 2)
  expect(texts(bot)).toEqual(['Ten', ...first, 'You said: Second'])
})

const usual = ['typing:start', 'message', 'typing:stop']

test.each([
  ['duplicate', ['typing:start', 'message', 'message', 'typing:stop']],
  ['batch', ['typing:start+message+typing:stop']],
  ['unknown-event', ['typing:start+party', 'message', 'typing:stop']],
  ['reorder-typing', ['typing:stop', 'message', 'typing:start']],
  ['unknown-kind', usual],
  ['late', usual]
])('[R18] the next message is said in a difficult way: %s', async (webhook, expected) => {
  const clock = testClock()
  const bot = await reference({ clock, pace: { typing: true } })
  const conversation = await bot.open(null)
  await bot.tell('misbehave', { webhook, delayMs: 700 })
  await bot.call(`/${conversation}/messages`, postback({ restart: true }))
  if (webhook === 'late') {
    await expect.poll(() => types(bot)).toEqual(['typing:start'])
    clock.move(699)
    await settled(bot)
    expect(types(bot)).toEqual(['typing:start'])
    clock.move(1)
  }
  await expect.poll(() => types(bot)).toEqual(expected)
  const [message] = bot.messages()
  expect(message?.content).toEqual({ type: webhook === 'unknown-kind' ? 'hologram' : 'text', text: 'One' })
  for (const one of bot.messages()) await bot.ack(conversation, one)
  await expect.poll(() => types(bot).slice(expected.length)).toEqual(usual)
  expect(await bot.faults()).toEqual([])
})

test('[R19] when an acknowledgement is lost, its message is posted again until one comes', async () => {
  const clock = testClock()
  const bot = await reference({ clock })
  const conversation = await bot.open()
  await said(bot, 'One')
  await bot.tell('drop-ack')
  await bot.ack(conversation, bot.messages()[0], { 'idempotency-key': 'a' })
  await settled(bot)
  expect(texts(bot)).toEqual(['One'])
  clock.move(1_000)
  await said(bot, 'One', 'One')
  await bot.ack(conversation, bot.messages()[1], { 'idempotency-key': 'a' })
  await said(bot, 'One', 'One', 'Two')
  expect(new Set(bot.ear.requests.flat().map(({ id }) => id)).size).toBe(2)
  expect(await bot.faults()).toEqual([])
})

test('[R20] whoever has the token can make it say something, see everything and forget it; nobody else can', async () => {
  const bot = await reference()
  const conversation = await bot.open({ entryPoint: 'prices' })
  await acknowledgeUntil(bot, conversation, 1)
  expect(await bot.tell('say', { content: { type: 'image', mediaUrl: 'x' } })).toMatchObject({ status: 200 })
  await expect.poll(() => bot.messages().at(-1)?.content).toEqual({ type: 'image', mediaUrl: 'x' })
  expect(await bot.record()).toMatchObject({ counts: { create: 1, messages: 1, delivery: 1 } })
  expect(await bot.tell('say', { conversation: 'cv_none', content: {} })).toMatchObject({ status: 400 })
  expect(await bot.tell('misbehave', { call: 'dance', how: {} })).toMatchObject({ status: 400 })
  expect((await fetch(`${bot.url}/admin/record`)).status).toBe(401)
  await bot.tell('reset')
  expect(await bot.record()).toEqual({ counts: {}, received: [], failures: [] })
  await bot.say(conversation, 'Still there?')
  expect(await bot.faults()).toEqual(['unknown-conversation'])
})

test('[R21] after a restart it goes on with conversations it does not know, if that is wanted', async () => {
  const bot = await reference({ adopt: true })
  await bot.say('cv_of-yesterday', 'Hello')
  await said(bot, 'You said: Hello')
})

/** Moves the clock on, a little at a time, until something holds. */
async function movingUntil(clock: TestClock, holds: () => boolean): Promise<void> {
  while (!holds()) {
    clock.move(50)
    await new Promise(setImmediate)
  }
}
