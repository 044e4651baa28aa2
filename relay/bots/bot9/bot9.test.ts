import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../conversation/entry.ts'
import { type Caller, createCaller } from '../../lib/call.ts'
import type { Incoming, Verdict } from '../../lib/incoming.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { everyCall, heard, opened, owed, said, unnamed } from '../../testing/calls.ts'
import { answering, type FarSide, startFarSide } from '../../testing/far-side.ts'
import { readSamples } from '../../testing/sample.ts'
import { createWorld } from '../../testing/world.ts'
import { botContract } from '../bot.contract.ts'
import { bot9 } from './index.ts'

const chatbotId = '3b1f0c9e-1111-4222-8333-444455556666'
const signingSecret = 'signing-7aa0c1f2e4b6'
const sign = (raw: Buffer | string, algorithm = 'sha256'): Buffer =>
  createHmac(algorithm, signingSecret).update(raw).digest()
const keys = {
  platform: 'bot9',
  baseUrl: 'https://api.example/api',
  apiKey: 'key-6f1d0c55a9',
  chatbotId,
  webhookSecret: 'path-0123456789abcdef0123456789abcdef',
  verify: { mode: 'hmac', header: 'X-Their-Signature', secret: signingSecret, prefix: 'sha256=' }
}
const event = (data: object = {}) => ({
  event: 'messageReceived',
  data: { message: 'Hello', sender: 'user-42', chatbotId, ...data }
})

botContract('Bot9', bot9, {
  settings: keys,
  urlKey: 'baseUrl',
  secrets: [keys.apiKey, keys.webhookSecret, signingSecret],
  samples: readSamples(join(import.meta.dirname, 'samples')),
  strangers: [
    { about: 'another chatbot', incoming: event({ chatbotId: 'another' }), status: 404 },
    {
      about: 'another chatbot, in another place',
      incoming: { event: 'messageReceived', data: {}, chatbotId: 'another' },
      status: 404
    }
  ],
  headersFor: raw => ({ 'x-their-signature': `sha256=${sign(raw).toString('hex')}` }),
  start: {},
  raw: null,
  good: {
    taken: { status: 200, body: '{"message":"Hello"}' },
    linked: { status: 201, body: '{"id":"cv-1"}' }
  },
  nonsense: 'taken',
  once: { statuses: [500, 502, 504] }
})

let far: FarSide
let caller: Caller
beforeEach(async () => {
  far = await startFarSide()
  caller = createCaller({ connections: 2, timeoutMs: 300 })
})
afterEach(async () => {
  await far.close()
  await caller.close()
})

const self = 'bots/nine'
const settingsWith = (more: Readonly<Record<string, unknown>> = {}) =>
  bot9.settings.parse({ ...keys, ...more })
const send = (call: Call, more: Readonly<Record<string, unknown>> = {}): Promise<Receipt> =>
  bot9.send(call, settingsWith({ baseUrl: far.url, ...more }), caller, self)
const asked = () => far.seen.map(({ method, path, body }) => [method, path, JSON.parse(body)])
const chatPath = `/${chatbotId}/conversations/a-1/chat`

/** What a chat that is answered in this way makes the bot say. */
async function answersTo(body: unknown, more: Readonly<Record<string, unknown>> = {}) {
  far.answerWith(answering(200, JSON.stringify(body)))
  const receipt = await send(owed(said), more)
  if (receipt.kind !== 'taken') throw new Error(`the chat was ${receipt.kind}`)
  return (receipt.inputs ?? []).flatMap(input => (input.kind === 'received' ? [input] : []))
}
const textsIn = async (...given: Parameters<typeof answersTo>) =>
  (await answersTo(...given)).map(({ content }) => content.text)

test('[B1] a conversation is started with their letter case, and known by the id in the answer', async () => {
  for (const body of ['{"id":"cv-9"}', '{"data":{"id":"cv-9"}}', '{"conversation":{"id":"cv-9"}}']) {
    far.answerWith(answering(200, body))
    expect(await send(unnamed(opened({})))).toEqual({ kind: 'taken', address: 'cv-9' })
  }
  const user = { name: 'Website visitor 7f3a', externalId: 'c-7f3a' }
  const body = { Source: 'other', Status: 'active', ExternalSessionId: 'c-7f3a', user }
  expect(asked()[0]).toEqual(['POST', `/${chatbotId}/conversations`, body])
  await send(unnamed(opened({})), { source: 'website-widget', displayName: 'Guest' })
  expect(asked()[3]).toMatchObject([
    'POST',
    expect.any(String),
    { Source: 'website-widget', user: { name: 'Guest 7f3a' } }
  ])
})

test('[B13] a visitor who is known has a name and an e-mail address there', async () => {
  far.answerWith(answering(200, '{"id":"cv-9"}'))
  const starts = async (named: object) => {
    await send(unnamed({ ...opened({}), named } as Draft))
    return asked().at(-1)?.[2].user
  }
  const externalId = 'c-7f3a'
  const ada = { name: 'Ada Lovelace', email: 'ada@example.com' }
  expect(await starts(ada)).toEqual({ name: 'Ada Lovelace', externalId, emailId: 'ada@example.com' })
  expect(await starts({ email: 'ada@example.com' })).toEqual({
    name: 'Website visitor 7f3a',
    externalId,
    emailId: 'ada@example.com'
  })
})

test('[B1] one that has its id needs no second start', async () => {
  expect(await send(owed(opened({})))).toEqual({ kind: 'taken' })
  expect(far.seen).toEqual([])
})

test('[B2] a start without an id in the answer is refused; what is said next starts another', async () => {
  for (const body of ['{}', '{"id":".."}', '{"id":{}}', 'null']) {
    far.answerWith(answering(201, body))
    expect(await send(unnamed(opened({})))).toMatchObject({ kind: 'refused' })
  }
  far.answerWith(answering(201, '{"id":"cv-9"}'))
  expect(await send(unnamed(said))).toEqual({ kind: 'linked', address: 'cv-9' })
  expect(far.seen.at(-1)).toMatchObject({ path: `/${chatbotId}/conversations` })
})

test('[B3] a text, and an action’s label, is said by chat; nothing but text is', async () => {
  await send(owed(said))
  await send(owed({ kind: 'postback', id: 'said-0001', of: 1, action: 0, label: 'Orders', payload: null }))
  expect(asked()).toEqual([
    ['POST', chatPath, { message: 'where is my order' }],
    ['POST', chatPath, { message: 'Orders' }]
  ])
  const picture = { kind: 'image', url: 'https://shop.example/a.png' } as const
  const image = owed({ kind: 'message', by: 'visitor', id: 'said-0001', content: picture })
  expect(await send(image)).toMatchObject({ kind: 'refused' })
})

test.each<[unknown, string[]]>([
  ['Hi', ['Hi']],
  [{ message: 'Hi' }, ['Hi']],
  [{ code: 200, data: { message: 'Hi' } }, ['Hi']],
  [{ message: { content: 'Hi' } }, ['Hi']],
  [{ response: 'Hi' }, ['Hi']],
  [{ answer: { text: 'Hi' } }, ['Hi']],
  [{ data: { reply: 'Hi' } }, ['Hi']],
  [
    ['Hi', { text: 'there' }],
    ['Hi', 'there']
  ],
  [{ data: [{ message: 'Hi' }, { message: 'there' }] }, ['Hi', 'there']],
  [{ messages: [{ role: 'assistant', content: 'Hi' }, { content: 'there' }] }, ['Hi', 'there']],
  [{ code: 200 }, []],
  [{ message: '  ' }, []],
  [{ messages: [] }, []],
  [7, []]
])('[B4] an answer is read wherever its words are: %j', async (body, texts) => {
  expect(await textsIn(body)).toEqual(texts)
})

test('[B4] the settings may say where they are', async () => {
  const odd = { outcome: { words: 'Hi' }, text: 'something else' }
  expect(await textsIn(odd, { answerText: 'outcome.words' })).toEqual(['Hi'])
  expect(await textsIn({ text: 'something else' }, { answerText: 'outcome.words' })).toEqual([])
})

test.each<[unknown, string[]]>([
  [{ message: 'success', data: { reply: 'Hi' } }, ['Hi']],
  [{ message: 'success', data: { messageId: 'm-1' } }, []],
  [{ messages: [{ role: 'user', content: 'where is my order' }, { content: 'Hi' }] }, ['Hi']]
])('[B5] what is not the bot’s is not taken for it: %j', async (body, texts) => {
  expect(await textsIn(body)).toEqual(texts)
})

test('[B6] each message of an answer has ids, and the last one the call’s key', async () => {
  const list = {
    messages: [
      { id: 'm-1', text: 'Hi', role: 'bot' },
      { text: 'A person here', role: 'humanagent' }
    ]
  }
  const [first, last, ...more] = await answersTo(list)
  expect(first).toMatchObject({ via: self, ids: ['answer:c-7f3a.7.0', 'message:a-1/m-1'] })
  expect(last).toMatchObject({ by: 'agent', ids: ['answer:c-7f3a.7.1', 'c-7f3a.7'] })
  expect(first).not.toHaveProperty('by')
  expect(more).toEqual([])
})

test.each([500, 502, 504])(
  '[B7] a chat answered %i may have been taken: it is lost; a start is not',
  async status => {
    far.answerWith(answering(status))
    expect(await send(owed(said))).toMatchObject({
      kind: 'lost',
      reason: expect.stringContaining(String(status))
    })
    expect(await send(unnamed(opened({})))).toMatchObject({ kind: 'later' })
    expect(await send(unnamed(said))).toMatchObject({ kind: 'later' })
  }
)

test('[B7] silence and a reset make a chat lost; a start may be made again', async () => {
  for (const act of [
    () => {},
    (response: { socket: { resetAndDestroy(): void } | null }) => response.socket?.resetAndDestroy()
  ]) {
    far.answerWith(act)
    expect(await send(owed(said))).toMatchObject({ kind: 'lost' })
    expect(await send(unnamed(opened({})))).toMatchObject({ kind: 'unknown' })
  }
})

test('[B8] a chat that was not taken is tried again, no sooner than told', async () => {
  for (const status of [408, 429, 503]) {
    far.answerWith(answering(status, '{}', { 'retry-after': '9' }))
    expect(await send(owed(said))).toMatchObject({ kind: 'later', afterMs: 9_000 })
  }
})

test('[B8] the settings may say that no 5xx was taken', async () => {
  for (const status of [500, 502, 504]) {
    far.answerWith(answering(status))
    expect(await send(owed(said), { failedChat: 'later' })).toMatchObject({ kind: 'later' })
  }
})

test('[B9] one call begins in a second, unless the settings say otherwise', () => {
  expect(bot9.calls(settingsWith())).toEqual({ connections: 30, timeoutMs: 30_000, perSecond: 1 })
  expect(bot9.calls(settingsWith({ requestsPerSecond: 5 }))).toMatchObject({ perSecond: 5 })
  expect(bot9).toMatchObject({ answersInCall: true, once: true })
})

test('[B10] what there is no call for is refused in words, and what came by webhook is not said to Bot9', async () => {
  const content = { kind: 'text', text: 'Hello' } as const
  const none = [
    owed({ kind: 'message', by: 'agent', id: 'said-0001', name: 'Ann', content }),
    owed({ kind: 'handover', metadata: {}, until: 1 }),
    owed({ kind: 'taken', name: 'Ann' }),
    owed({ kind: 'handback', why: 'agent', metadata: {} }),
    owed({ kind: 'closed' }),
    ...everyCall({}, null).filter(({ kind }) => kind !== 'entry')
  ]
  for (const call of none)
    expect(await send(call)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/Bot9/) })
  const said = { via: self, content, payloads: [], raw: null } as const
  for (const by of ['agent', 'system'] as const)
    expect(await send(owed({ kind: 'message', by, ...said }))).toEqual({ kind: 'taken' })
  expect(await send(owed(heard(null)))).toEqual({ kind: 'taken' })
  expect(far.seen).toEqual([])
  expect(bot9.unsupported?.join(' ')).toMatch(/hand over.*close.*agent/)
})

test('[B11] every call carries the key and says it is JSON', async () => {
  for (const call of everyCall({}, null)) await send(call)
  expect(far.seen.length).toBeGreaterThan(5)
  for (const { headers, method } of far.seen) {
    expect(method).toBe('POST')
    expect(headers.authorization).toBe(`Bearer ${keys.apiKey}`)
    expect(headers['content-type']).toBe('application/json')
  }
})

test('[B12] an id is one step of the path, whatever is in it', async () => {
  await send({ ...owed(said), address: 'a/b?c#d%é ' })
  expect(far.seen.map(({ path }) => path)).toEqual([
    `/${chatbotId}/conversations/a%2Fb%3Fc%23d%25%C3%A9%20/chat`
  ])
  for (const address of ['.', '..', '', 'a\nb', '\ud800'])
    expect(await send({ ...owed(said), address })).toMatchObject({ kind: 'refused' })
  expect(far.seen).toHaveLength(1)
})

/** The keys that are wrong. */
function wrongIn(more: Readonly<Record<string, unknown>>): string[] {
  const read = bot9.settings.safeParse({ ...keys, ...more })
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}
const header = 'X-Sig'
const secret = signingSecret

test('[B20] how webhooks are verified must be chosen, with what it needs and nothing else', () => {
  const { verify: _, ...unchosen } = keys
  expect(bot9.settings.safeParse(unchosen).error?.issues).toMatchObject([{ path: ['verify'] }])
  expect(wrongIn({ verify: {} })).toEqual(['verify.mode'])
  expect(wrongIn({ verify: { mode: 'signature' } })).toEqual(['verify.mode'])
  for (const mode of ['hmac', 'header-secret', 'hmac+url-token']) {
    expect(wrongIn({ verify: { mode } })).toEqual(['verify.header', 'verify.secret'])
    expect(wrongIn({ verify: { mode, header, secret } })).toEqual([])
  }
  for (const mode of ['none', 'url-token']) {
    expect(wrongIn({ verify: { mode } })).toEqual([])
    expect(wrongIn({ verify: { mode, header, secret } })).toEqual(['verify.header', 'verify.secret'])
  }
  const timestamp = { header: 'X-Time' }
  expect(wrongIn({ verify: { mode: 'header-secret', header, secret, timestamp } })).toEqual([
    'verify.timestamp'
  ])
})

test('[B21] a secret that stands alone is long', () => {
  const webhookSecret = 'x'.repeat(31)
  for (const mode of ['none', 'url-token'])
    expect(wrongIn({ verify: { mode }, webhookSecret })).toEqual(['webhookSecret'])
  expect(wrongIn({ webhookSecret })).toEqual([])
})

const at = 1_700_000_000_000
function verdictOn(
  how: Readonly<Record<string, unknown>>,
  headers: Incoming['headers'],
  body: unknown = event()
): Verdict {
  const raw = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const verify = { mode: 'hmac', header, secret, ...how }
  return bot9.verify({ raw, headers, at, json: () => parse(raw) }, settingsWith({ verify }))
}
function parse(text: Buffer): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
const raw = JSON.stringify(event())
const right = { ok: true }
const turnedAway = { ok: false, status: 401 }

test('[B22] an HMAC is checked by any algorithm, encoding and prefix', () => {
  for (const algorithm of ['sha256', 'sha1', 'sha512'])
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const signature = `v1,${sign(raw, algorithm).toString(encoding)}`
      const how = { algorithm, encoding, prefix: 'v1,', mode: 'hmac+url-token' }
      expect(verdictOn(how, { 'x-sig': signature })).toEqual(right)
      expect(verdictOn(how, { 'x-sig': `v1,${sign('{}', algorithm).toString(encoding)}` })).toMatchObject(
        turnedAway
      )
    }
  expect(verdictOn({}, { 'x-sig': sign(raw).toString('hex').toUpperCase() })).toEqual(right)
})

test('[B22] it is the raw bytes that are signed, not what they mean', () => {
  const spaced = JSON.stringify(event(), null, 2)
  expect(verdictOn({}, { 'x-sig': sign(spaced).toString('hex') }, spaced)).toEqual(right)
  expect(verdictOn({}, { 'x-sig': sign(raw).toString('hex') }, spaced)).toMatchObject(turnedAway)
})

test('[B23] a timestamp is signed with the body, and must be of now', () => {
  const timestamp = { header: 'X-Time', toleranceSeconds: 60 }
  const stamped = (stamp: string, signed = stamp) =>
    verdictOn({ timestamp }, { 'x-time': stamp, 'x-sig': sign(`${signed}.${raw}`).toString('hex') })
  const second = at / 1_000
  for (const good of [second, second - 60, second + 60, at, at - 60_000])
    expect(stamped(`${good}`)).toEqual(right)
  for (const bad of [second - 61, second + 61, at - 60_001, 0, 'soon', '', '1e3', 'NaN'])
    expect(stamped(`${bad}`)).toMatchObject(turnedAway)
  expect(stamped(`${second}`, `${second + 1}`)).toMatchObject(turnedAway)
  expect(verdictOn({ timestamp }, { 'x-sig': sign(raw).toString('hex') })).toMatchObject(turnedAway)
})

test('[B24] a header that is missing or wrong is answered 401, whatever the body', () => {
  const bearer = { mode: 'header-secret', prefix: 'Bearer ' }
  expect(verdictOn(bearer, { 'x-sig': `Bearer ${secret}` })).toEqual(right)
  for (const given of [secret, `Bearer ${secret} `, 'Bearer ', `bearer ${secret}`, `Bearer ${secret}x`, ''])
    expect(verdictOn(bearer, { 'x-sig': given })).toMatchObject(turnedAway)
  for (const body of [event(), event({ chatbotId: 'another' }), 'no JSON']) {
    expect(verdictOn(bearer, {}, body)).toMatchObject(turnedAway)
    expect(verdictOn({}, {}, body)).toMatchObject(turnedAway)
    expect(verdictOn({}, { 'x-sig': '' }, body)).toMatchObject(turnedAway)
  }
})

test('[B25] another chatbot is turned away, and who names none is let in', () => {
  const how = { mode: 'url-token', header: undefined, secret: undefined }
  expect(verdictOn(how, {}, event({ chatbotId: chatbotId.toUpperCase() }))).toMatchObject({
    ok: false,
    status: 404
  })
  expect(verdictOn(how, {}, event({ chatbotId: undefined }))).toEqual(right)
  expect(verdictOn(how, {}, 'no JSON')).toMatchObject({ ok: false, status: 400 })
})

function read(body: unknown, when = at) {
  const incoming = { raw: Buffer.from(JSON.stringify(body)), headers: {}, at: when, json: () => body }
  return bot9.receive(incoming, settingsWith(), self)
}

test('[B30] what names no conversation, or nobody who speaks, shows nothing', () => {
  expect(read(event())).toMatchObject({ heard: [], ignored: [expect.any(String)] })
  expect(read(event({ conversationId: 'a-1' }))).toMatchObject({ heard: [], ignored: [expect.any(String)] })
  expect(read(event({ conversationId: 'a-1', role: 'user' }))).toMatchObject({ heard: [] })
})

test('[P22] messages of two conversations have two ids, whatever is in those', () => {
  const of = (conversationId: string, messageId: string) => {
    const reading = read(event({ conversationId, messageId, role: 'bot' }))
    const [input] = reading.ok ? reading.heard.map(one => one.input) : []
    return input?.kind === 'received' ? input.ids : []
  }
  expect(of('a', 'b/c')).toEqual(['message:a/b/c'])
  expect(of('a/b', 'c')).toHaveLength(1)
  expect(of('a/b', 'c')).not.toEqual(of('a', 'b/c'))
})

test('[B31] the same body is one event within a minute, and another after a minute and a half, at any edge', () => {
  const idsAt = (when: number) => {
    const reading = read(event({ conversationId: 'a-1', role: 'bot' }), when)
    const [input] = reading.ok ? reading.heard.map(one => one.input) : []
    return input?.kind === 'received' ? input.ids : []
  }
  for (let edge = 0; edge < 120_000; edge += 7_919) {
    const first = new Set(idsAt(at + edge))
    for (const near of [0, 1, 29_999, 30_000, 59_999, 60_000])
      expect(idsAt(at + edge + near).some(id => first.has(id))).toBe(true)
    for (const far of [90_000, 90_001, 300_000])
      expect(idsAt(at + edge + far).some(id => first.has(id))).toBe(false)
  }
})

test('[B32] what was said in a call and again by webhook is shown once; equal answers are both shown', async () => {
  const world = createWorld()
  const id = await world.open()
  const hear = async (body: unknown, when: number) => {
    const reading = read(body, when)
    for (const { input } of reading.ok ? reading.heard : []) await world.accept(id, input)
  }
  const byBot = { conversationId: 'a-1', senderType: 'bot', message: 'Hi' }
  const calls = ['said-0001', 'said-0002'].map((_, i) => ({ ...owed(said), key: `${id}.${i}` }))
  for (const call of calls) {
    far.answerWith(answering(200, '{"message":"Hi"}'))
    const receipt = await send(call)
    for (const input of receipt.kind === 'taken' ? (receipt.inputs ?? []) : [])
      await world.accept(id, { ...input, ...('via' in input && { via: self }) })
  }
  const now = Date.now()
  await hear(event({ ...byBot, messageId: 'm-1' }), now)
  await hear(event(byBot), now)
  const texts = async () =>
    (await world.store.read(id, 1, 10)).map(entry => ('content' in entry ? entry.content.text : entry.kind))
  expect(await texts()).toEqual(['Hi', 'Hi'])
  await hear(event({ ...byBot, messageId: 'm-2', message: 'By the way' }), now)
  await hear(event({ ...byBot, messageId: 'm-2', message: 'By the way' }), now + 600_000)
  await hear(event({ ...byBot, messageId: 'm-3' }), now + 600_000)
  expect(await texts()).toEqual(['Hi', 'Hi', 'By the way', 'Hi'])
  await world.close()
})

test('[B33] the first place that holds something usable wins', () => {
  const both = {
    conversationId: {},
    conversation: { id: 'a-1' },
    message: { text: 'inside' },
    text: 'outside',
    role: 'bot'
  }
  expect(read(event(both))).toMatchObject({
    heard: [{ address: 'a-1', input: { content: { text: 'inside' } } }]
  })
})

test('[B40] settings that could not work or would not be safe are refused, each by its key', () => {
  const wrong = {
    baseUrl: 'ftp://x',
    apiKey: 'two words',
    chatbotId: '../admin',
    webhookSecret: 'short',
    source: 'Other',
    displayName: '',
    answerText: 'a..b',
    failedChat: 'never',
    webhookMessages: true,
    timeoutMs: 0,
    requestsPerSecond: 0,
    connections: 1.5,
    surprise: 1
  }
  for (const [key, value] of Object.entries(wrong))
    expect(JSON.stringify(bot9.settings.safeParse({ ...keys, [key]: value }).error?.issues)).toContain(key)
  const { baseUrl: _, ...unplaced } = keys
  expect(bot9.settings.parse(unplaced)).toMatchObject({ baseUrl: 'https://apiv1.bot9.ai/api' })
  expect(bot9.start.safeParse({ restart: true }).success).toBe(false)
})
