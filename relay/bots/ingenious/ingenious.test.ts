import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../conversation/entry.ts'
import type { Reading } from '../../conversation/heard.ts'
import { type Caller, createCaller } from '../../lib/call.ts'
import type { Json } from '../../lib/json.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { bodyOf, incomingOf } from '../../testing/bodies.ts'
import { everyCall, heard, opened, owed, said, unnamed } from '../../testing/calls.ts'
import { answering, type FarSide, startFarSide } from '../../testing/far-side.ts'
import { readSamples } from '../../testing/sample.ts'
import { botContract } from '../bot.contract.ts'
import { ingenious } from './index.ts'

const keys = {
  platform: 'ingenious',
  baseUrl: 'https://au.api.example/messaging/webhook/v1/tm_4f1c/bt_90aa',
  accessToken: 'token-6f1d0c55',
  teamId: 'tm_4f1c',
  botId: 'bt_90aa',
  webhookId: 'wh_7d02',
  webhookSecret: 'secret-0123456789abcdef'
}
const envelope = (events: readonly unknown[] = [], app = {}, webhook = {}) => ({
  app: { teamId: 'tm_4f1c', botId: 'bt_90aa', ...app },
  webhook: { id: 'wh_7d02', version: 'v1', ...webhook },
  events
})
const start: Json = { restart: true }
/** Its keys stand in no usual order, and some are nobody's. */
const raw: Json = {
  trace: 'a',
  content: { text: 'Hi', type: 'text', depth: [1, { b: null }] },
  id: 'ms_0001',
  author: { type: 'chatbot' }
}

botContract('inGenious', ingenious, {
  settings: keys,
  urlKey: 'baseUrl',
  secrets: [keys.accessToken, keys.webhookSecret],
  samples: readSamples(join(import.meta.dirname, 'samples')),
  strangers: [
    { about: 'another team', incoming: envelope([], { teamId: 'tm_4f1d' }), status: 404 },
    { about: 'another bot', incoming: envelope([], { botId: 'BT_90AA' }), status: 404 },
    { about: 'another webhook', incoming: envelope([], {}, { id: 'wh_7d021' }), status: 404 }
  ],
  start,
  raw,
  good: {
    taken: { status: 200, body: '{}' },
    linked: { status: 201, body: '{"conversation":{"id":"cv_1"}}' }
  },
  nonsense: 'taken'
})

let far: FarSide
let caller: Caller
beforeEach(async () => {
  far = await startFarSide()
  caller = createCaller({ connections: 2, timeoutMs: 1_000 })
})
afterEach(async () => {
  await far.close()
  await caller.close()
})

const send = (call: Call, more: Readonly<Record<string, unknown>> = {}): Promise<Receipt> =>
  ingenious.send(call, ingenious.settings.parse({ ...keys, baseUrl: far.url, ...more }), caller, 'bots/x')
const asked = () => far.seen.map(({ method, path, body }) => [method, path, JSON.parse(body)])

function read(events: readonly unknown[]): Reading {
  const json = () => envelope(events)
  return ingenious.receive(
    { raw: Buffer.from(''), headers: {}, at: 0, json },
    ingenious.settings.parse(keys),
    'bots/x'
  )
}
/** A message as text, for numbers of many digits. */
function readText(inner: string): Reading {
  const body = JSON.stringify(envelope(['here'])).replace(
    '"here"',
    `{"id":9007199254740997,"type":"conversation:message",
      "payload":{"conversation":{"id":9007199254740993},"message":${inner}}}`
  )
  return ingenious.receive(incomingOf(Buffer.from(body)), ingenious.settings.parse(keys), 'bots/x')
}
const message = (inner: unknown) => ({
  id: 'ev_1',
  type: 'conversation:message',
  payload: { conversation: { id: 'cv_1' }, message: inner }
})

test.each([1_773_964_800, 1_773_964_800_123_456, 1, -1, 1.5, 'now', null, {}])(
  '[C12] what is no time in milliseconds says nothing of when a message was sent: %j',
  timestamp => {
    const reading = read([{ ...message(raw), timestamp }])
    const [told] = reading.ok ? reading.heard : []
    expect(told?.input.kind).toBe('received')
    expect(told?.input).not.toHaveProperty('sentAt')
  }
)

/** An answer whose body never comes to its end. */
const broken = (status: number) => (response: ServerResponse) => {
  response
    .writeHead(status, { 'content-length': 9, 'retry-after': '60' })
    .write('{', () => response.destroy())
}

test.each([
  [200, { kind: 'taken' }],
  [400, { kind: 'refused' }],
  [429, { kind: 'later', afterMs: 60_000 }],
  [503, { kind: 'later', afterMs: 60_000 }]
])(
  '[I23] an answer is known by its status, though the rest of it breaks off: %i',
  async (status, receipt) => {
    far.answerWith(broken(status))
    expect(await send(owed(said))).toMatchObject(receipt)
  }
)

test('[I23] … but a conversation whose name did not come is asked for again', async () => {
  far.answerWith(broken(201))
  expect(await send(unnamed(opened(start)))).toMatchObject({ kind: 'unknown' })
})

test('[I1] a message is acknowledged by a delivery that holds it unchanged, to the byte', async () => {
  expect(await send(owed(heard(raw)))).toEqual({ kind: 'taken' })
  expect(far.seen[0]).toMatchObject({
    path: '/conversations/a-1/delivery',
    body: `{"delivery":{"state":"success","message":${JSON.stringify(raw)}}}`
  })
})

test('[I22] numbers of a message and of a payload go back to their last digit', async () => {
  const text = '{"id":9007199254740993,"price":0.12345678901234567891,"n":1e999}'
  const reading = readText(`{"id":9007199254740995,"content":{"type":"text","text":"Hi","actions":[
    {"type":"postback","text":"Go","payload":${text}}]}}`)
  const [told] = reading.ok ? reading.heard : []
  if (told?.input.kind !== 'received') throw new Error('no message was read')
  expect(told.input.ids).toEqual(['event:9007199254740997', 'message:9007199254740993/9007199254740995'])
  const { payloads, raw: whole } = told.input
  await send(owed(heard(whole)))
  const [payload = null] = payloads
  await send(owed({ kind: 'postback', id: 'said-0001', of: 1, action: 0, label: 'Go', payload }))
  expect(far.seen[0]?.body).toContain('"message":{"id":9007199254740995,')
  expect(far.seen[0]?.body).toContain(`"payload":${text}`)
  expect(far.seen[1]?.body).toContain(`"payload":${text}`)
})

test('[I22] a payload of digits in quotes stays a text, also where payloads are parsed', () => {
  const settings = ingenious.settings.parse({ ...keys, parsePayloads: true })
  const payload = '12345678901234567890'
  const action = { type: 'postback', text: 'Go', payload }
  const body = envelope([message({ id: 'ms_1', content: { type: 'text', text: 'Hi', actions: [action] } })])
  const reading = ingenious.receive(incomingOf(bodyOf(body)), settings, 'bots/x')
  expect(reading).toMatchObject({ ok: true, heard: [{ input: { payloads: [payload] } }] })
})

test('[I22] a team, a bot and a webhook whose ids are numbers are known to their last digit', () => {
  const ids = { teamId: '9007199254740993', botId: '90', webhookId: '7' }
  const verdictOn = (team: string, botId = '90', webhook = '7') => {
    const body = `{"app":{"teamId":${team},"botId":${botId}},"webhook":{"id":${webhook}},"events":[]}`
    return ingenious.verify(incomingOf(Buffer.from(body)), ingenious.settings.parse({ ...keys, ...ids }))
  }
  expect(verdictOn('9007199254740993')).toEqual({ ok: true })
  expect(verdictOn('"9007199254740993"', '"90"', '"7"')).toEqual({ ok: true })
  for (const strange of [
    verdictOn('9007199254740992'),
    verdictOn('9007199254740993', '9'),
    verdictOn('9007199254740993', '90', '70'),
    verdictOn('""')
  ])
    expect(strange).toMatchObject({ ok: false, status: 404 })
  expect(verdictOn('null')).toMatchObject({ ok: false, status: 400 })
})

test('[I22] a conversation is called by its number to the last digit', async () => {
  far.answerWith(answering(201, '{"conversation":{"id":9007199254740993}}'))
  expect(await send(unnamed(opened(start)))).toEqual({ kind: 'linked', address: '9007199254740993' })
})

test('[I22] a place on the map may be said with as many digits as one likes', () => {
  const reading = readText(
    '{"id":"ms_1","content":{"type":"location","coordinates":{"lat":-33.86882000000000123,"long":151.2}}}'
  )
  const shown = { kind: 'location', lat: -33.868_82, long: 151.2 }
  expect(reading).toMatchObject({ ok: true, heard: [{ input: { content: shown } }] })
})

test('[I2] where the settings say so, a message is acknowledged by its echo', async () => {
  await send(owed(heard(raw)), { acknowledge: 'echo' })
  expect(far.seen).toMatchObject([{ path: '/conversations/a-1/messages', body: JSON.stringify(raw) }])
})

test('[I3] a conversation is made first, and started by a postback once it has its id', async () => {
  far.answerWith(answering(201, '{"conversation":{"id":"cv_9"}}'))
  expect(await send(unnamed(opened(start)))).toEqual({ kind: 'linked', address: 'cv_9' })
  far.answerWith(answering(200))
  expect(await send({ ...owed(opened(start)), address: 'cv_9' })).toEqual({ kind: 'taken' })
  const metadata = { page: 'https://shop.example/pricing', locale: 'en-AU' }
  expect(asked()).toEqual([
    ['POST', '/conversations', { displayName: 'Website visitor 7f3a', metadata }],
    [
      'POST',
      '/conversations/cv_9/messages',
      { author: { type: 'user' }, content: { type: 'postback', payload: { restart: true } } }
    ]
  ])
})

test('[I21] a conversation is called by its visitor’s name, and nothing else says who that is', async () => {
  for (const name of ['Ada Lovelace', 'ä'.repeat(200)]) {
    far.answerWith(answering(201, '{"conversation":{"id":"cv_9"}}'))
    await send(unnamed({ ...opened(start), named: { name, email: 'ada@example.com' } } as Draft))
  }
  expect(asked().map(([, , { displayName }]) => displayName)).toEqual(['Ada Lovelace', 'ä'.repeat(100)])
  expect(JSON.stringify(asked())).not.toContain('ada@example.com')
})

test('[I21] a long name and a long address of a page are cut between characters', async () => {
  far.answerWith(answering(201, '{"conversation":{"id":"cv_9"}}'))
  const url = `https://shop.example/${'x'.repeat(1_978)}💬`
  const named = { name: `${'x'.repeat(99)}💬` }
  await send(unnamed({ ...opened(start), named, page: { url } } as Draft))
  expect(asked()[0]?.[2]).toMatchObject({ displayName: 'x'.repeat(99), metadata: { page: url.slice(0, -2) } })
})

test('[I4] a conversation that was made without an id is made again later', async () => {
  for (const body of ['{}', '{"conversation":{}}', '{"conversation":{"id":".."}}']) {
    far.answerWith(answering(201, body))
    expect(await send(unnamed(opened(start)))).toMatchObject({ kind: 'later' })
  }
})

test('[I5] a visitor’s text is sent as user text; nothing but text can be', async () => {
  await send(owed(said))
  expect(asked()).toEqual([
    [
      'POST',
      '/conversations/a-1/messages',
      { author: { type: 'user' }, content: { type: 'text', text: 'where is my order' } }
    ]
  ])
  const picture = { kind: 'image', url: 'https://shop.example/a.png' } as const
  const image = owed({ kind: 'message', by: 'visitor', id: 'said-0001', content: picture })
  expect(await send(image)).toMatchObject({ kind: 'refused' })
  expect(far.seen).toHaveLength(1)
})

test.each<Json>([{ b: 1, a: { nextPassage: [null] } }, ['x'], 'a word', '{"a":1}', 0, false])(
  '[I6] a payload goes back verbatim: %j',
  async payload => {
    await send(owed({ kind: 'postback', id: 'said-0001', of: 1, action: 0, label: 'Go', payload }))
    const { body = '' } = far.seen[0] ?? {}
    expect(body).toContain(`"content":{"type":"postback","payload":${JSON.stringify(payload)}}`)
  }
)

test('[I7] an action without a payload is said as its label', async () => {
  await send(owed({ kind: 'postback', id: 'said-0001', of: 1, action: 0, label: 'Go', payload: null }))
  expect(asked()).toMatchObject([['POST', expect.any(String), { content: { type: 'text', text: 'Go' } }]])
})

test('[I8] what inGenious is never told is refused without a call', async () => {
  const content = { kind: 'text', text: 'Hello' } as const
  const untold = [
    owed({ kind: 'message', by: 'agent', id: 'said-0001', name: 'Ann', content }),
    owed({ kind: 'handover', metadata: {}, until: 1 }),
    owed({ kind: 'taken', name: 'Ann' }),
    owed({ kind: 'handback', why: 'bot', metadata: {} }),
    owed({ kind: 'closed' }),
    unnamed(said)
  ]
  for (const call of untold) expect(await send(call)).toMatchObject({ kind: 'refused' })
  expect(far.seen).toEqual([])
})

test('[I9] a handback is an agent’s, with its metadata as an object', async () => {
  await send(owed({ kind: 'handback', why: 'agent', metadata: { resolvedBy: 'agent-12' } }))
  await send(owed({ kind: 'handback', why: 'nobody', metadata: null }))
  const author = { type: 'agent' }
  const path = '/conversations/a-1/handback'
  expect(asked()).toEqual([
    ['POST', path, { author, handback: { metadata: { resolvedBy: 'agent-12' } } }],
    ['POST', path, { author, handback: { metadata: {} } }]
  ])
})

test('[I10] activity is a user’s, its type a string, and how reading is spelled can be set', async () => {
  const activities = everyCall(start, raw).filter(call => call.kind === 'activity')
  for (const call of activities) expect(await send(call)).toEqual({ kind: 'taken' })
  for (const call of activities.slice(0, 1)) await send(call, { readSpelling: 'convertsation:read' })
  const types = ['conversation:read', 'typing:start', 'typing:stop', 'convertsation:read']
  expect(asked()).toEqual(
    types.map(type => ['POST', '/conversations/a-1/activity', { author: { type: 'user' }, type }])
  )
})

test('[I11] a message of no conversation of ours is acknowledged at its address', async () => {
  expect(await send({ kind: 'stray', address: 'cv_9', raw })).toEqual({ kind: 'taken' })
  expect(asked()).toEqual([
    ['POST', '/conversations/cv_9/delivery', { delivery: { state: 'success', message: raw } }]
  ])
})

test('[I12] every call carries the token and says it is JSON', async () => {
  for (const call of everyCall(start, raw)) await send(call)
  expect(far.seen.length).toBeGreaterThan(10)
  for (const { headers, method } of far.seen) {
    expect(method).toBe('POST')
    expect(headers.authorization).toBe(`Bearer ${keys.accessToken}`)
    expect(headers['content-type']).toBe('application/json')
  }
})

test('[I13] each attempt at an entry has the same key, and making a conversation another than starting it', async () => {
  far.answerWith(answering(500))
  for (const call of [unnamed(opened(start)), owed(opened(start)), owed(opened(start))]) await send(call)
  const keysSeen = far.seen.map(({ headers }) => headers['idempotency-key'])
  expect(keysSeen).toEqual(['c-7f3a.7.create', 'c-7f3a.7', 'c-7f3a.7'])
})

test('[I14] an id is one step of the path, whatever is in it', async () => {
  await send({ kind: 'stray', address: 'a/b?c#d%é ', raw })
  expect(far.seen.map(({ path }) => path)).toEqual(['/conversations/a%2Fb%3Fc%23d%25%C3%A9%20/delivery'])
  for (const address of ['.', '..', '', 'a\nb', '\ud800'])
    expect(await send({ kind: 'stray', address, raw })).toMatchObject({ kind: 'refused' })
  expect(far.seen).toHaveLength(1)
})

test('[I15] a good event is heard, however many broken ones stand around it', () => {
  const broken = fc.oneof(
    fc.jsonValue(),
    fc.record({ id: fc.jsonValue(), type: fc.constant('conversation:message'), payload: fc.jsonValue() })
  )
  const good = message({ id: 'ms_1', content: { type: 'text', text: 'Here I am' } })
  fc.assert(
    fc.property(fc.array(broken), fc.array(broken), (before, after) => {
      const reading = read([...before, good, ...after])
      const texts = reading.ok ? reading.heard.map(({ input }) => JSON.stringify(input)) : []
      expect(texts.filter(text => text.includes('Here I am'))).toHaveLength(1)
    })
  )
})

test('[I16] a message that has an id is heard, whatever else is in it, so that it is acknowledged', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (more, content) => {
      const reading = read([message({ ...more, id: 'ms_1', content })])
      expect(reading).toMatchObject({ ok: true, heard: [{ address: 'cv_1', input: { kind: 'received' } }] })
    })
  )
})

test('[P22] messages of two conversations have two ids, whatever is in those', () => {
  const of = (conversation: string, id: string) => {
    const { payload, ...rest } = message({ id, content: { type: 'text', text: 'Hi' } })
    const reading = read([
      { ...rest, id: undefined, payload: { ...payload, conversation: { id: conversation } } }
    ])
    const [one] = reading.ok ? reading.heard : []
    return one?.input.kind === 'received' ? one.input.ids : []
  }
  expect(of('cv_1', 'b/c')).toEqual(['message:cv_1/b/c'])
  expect(of('a/b', 'c')).toHaveLength(1)
  expect(of('a/b', 'c')).not.toEqual(of('a', 'b/c'))
})

test('[I17] a message too deep to be stored is acknowledged by its id and author', () => {
  const abyss: unknown = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000))
  const reading = read([message({ id: 'ms_1', content: { type: 'text', text: 'Deep', abyss } })])
  const kept = { id: 'ms_1', author: { type: 'chatbot' } }
  const content = { kind: 'text', text: 'Deep' }
  expect(reading).toMatchObject({ ok: true, heard: [{ raw: kept, input: { raw: kept, content } }] })
})

test('[I18] a 400 names what the platform documents as its causes', async () => {
  far.answerWith(answering(400))
  const receipt = await send(owed(said))
  expect(receipt).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/token.*base URL/) })
})

test('[I19] settings that could not work or would not be safe are refused, each by its key', () => {
  const wrong = {
    baseUrl: 'ftp://x',
    accessToken: 'two words',
    teamId: '',
    webhookSecret: 'short',
    acknowledge: 'both',
    timeoutMs: 0,
    connections: 1.5,
    surprise: 1
  }
  for (const [key, value] of Object.entries(wrong))
    expect(JSON.stringify(ingenious.settings.safeParse({ ...keys, [key]: value }).error?.issues)).toContain(
      key
    )
  for (const more of ['?region=au', '#top', '/ tm'])
    expect(ingenious.settings.safeParse({ ...keys, baseUrl: `${keys.baseUrl}${more}` }).success).toBe(false)
  expect(ingenious.settings.parse({ ...keys, baseUrl: 'https://x.example/v1//' })).toMatchObject({
    baseUrl: 'https://x.example/v1',
    readSpelling: 'conversation:read',
    acknowledge: 'delivery',
    timeoutMs: 10_000
  })
})

test('[I20] a start is one of the three documented forms and nothing else', () => {
  const passage = { passageId: 'pg_1', inlineActions: [{ a: 1 }], resumeConversation: true }
  const good = [
    { restart: true },
    { entryPoint: 'ep_1' },
    { nextPassage: { passageId: 'pg_1' } },
    { nextPassage: passage }
  ]
  for (const payload of good) expect(ingenious.start.parse(payload)).toEqual(payload)
  const bad = [
    {},
    { restart: false },
    { restart: true, entryPoint: 'ep_1' },
    { entryPoint: '' },
    { nextPassage: {} },
    'restart'
  ]
  for (const payload of bad) expect(ingenious.start.safeParse(payload).success).toBe(false)
})
