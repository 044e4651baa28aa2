import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Up } from '#shared/wire/up.ts'
import { origin, type RunningRelay, runRelay, type Visitor } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

const key = 'k'.repeat(32)
const site = (name: string, more: string) =>
  `  ${name}: { origins: ["${origin}"], bot: support, start: { restart: true }, ${more} }`
const none = 'visitor: { back: false, close: false, past: false, erase: false, rate: false }'
const sites = [
  site('known', `identity: { algorithm: HS256, keys: ["${key}"], required: true }`),
  site('either', `identity: { algorithm: HS256, keys: ["${key}"] }`),
  site('strict', none)
].join('\n')

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay('', { sites })
})
afterEach(() => relay.close())

type Of<Type extends Down['type']> = Extract<Down, { type: Type }>
const is =
  <Type extends Down['type']>(type: Type) =>
  (frame: Down): frame is Of<Type> =>
    frame.type === type
const v2 = { version: 2, last: 50 } as const
const idOf = (name: string) => `client-${name}-000`
const kinds = ({ frames }: Visitor) =>
  frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : [])).map(({ kind }) => kind)

/** Sends what has an id, and waits for its answer. */
async function settled(visitor: Visitor, frame: Extract<Up, { id: string }>): Promise<Down> {
  const before = visitor.frames.length
  await visitor.send(frame)
  const answers = (): Down | undefined =>
    visitor.frames
      .slice(before)
      .find(one => (one.type === 'said' || one.type === 'refused') && one.id === frame.id)
  await until(() => answers() !== undefined)
  return answers() as Down
}
const say = (visitor: Visitor, text: string) => settled(visitor, { type: 'say', id: idOf(text), text })
const ask = (visitor: Visitor, what: 'back' | 'close', id = idOf(what)) =>
  settled(visitor, { type: 'ask', id, what })
const rate = (visitor: Visitor, score: number, id = idOf('rate')) =>
  settled(visitor, { type: 'rate', id, score, text: 'Quick' })

async function older(visitor: Visitor, conversation: ConversationId, before?: number) {
  const heard = visitor.frames.filter(is('older')).length
  await visitor.send({ type: 'older', conversation, limit: 3, ...(before && { before }) })
  await until(() => visitor.frames.filter(is('older')).length > heard)
  return visitor.frames
    .filter(is('older'))
    .at(-1)
    ?.entries.map(({ seq }) => seq)
}

async function past(visitor: Visitor) {
  await visitor.send({ type: 'past' })
  return (await visitor.heard(is('past'))).conversations
}

const handover = (id = 'ev_h') =>
  relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [
      {
        id,
        timestamp: 1,
        type: 'conversation:handover',
        payload: { conversation: { id: 'cv_1' }, handover: { metadata: {} } }
      }
    ]
  })
const started = () => until(() => relay.platform.calls.length >= 2)

/** With a person, who has just taken it. */
async function withAgent(visitor: Visitor, conversation: string): Promise<void> {
  await started()
  await handover()
  await until(() => kinds(visitor).includes('handover'))
  await relay.api('POST', `/conversations/${conversation}/take`, { name: 'Anna' })
  await until(() => kinds(visitor).includes('taken'))
}

test('[U20] who wants the newest entries gets them, and how it stood before; version 1 gets everything', async () => {
  const first = relay.socket()
  const { token, conversation, ...begun } = await first.hello(v2)
  expect(begun).toMatchObject({ version: 2, after: 0, resumed: false })
  await withAgent(first, conversation)
  for (const text of ['one', 'two', 'three', 'four']) await say(first, text)
  const late = await relay.socket().hello({ ...v2, token, last: 2 })
  expect(late).toMatchObject({ head: 7, after: 5, resumed: false, phase: { is: 'agent', name: 'Anna' } })
  const between = await relay.socket().hello({ ...v2, token, last: 5 })
  expect(between).toMatchObject({ after: 2, phase: { is: 'waiting' } })
  const beginning = await relay.socket().hello({ ...v2, token, last: 6 })
  expect(beginning).toMatchObject({ after: 1, phase: { is: 'bot' } })
  const cursor = { epoch: late.epoch, conversation, seq: 4 }
  expect(await relay.socket().hello({ ...v2, token, cursor })).toMatchObject({ after: 4, resumed: true })
  const old = relay.socket()
  expect(await old.hello({ token })).toMatchObject({ version: 1, after: 0 })
  await until(() => kinds(old).length === 7)
  expect(old.frames.some(is('receipts'))).toBe(false)
})

test('[U21] older entries come page by page, of one’s own conversations alone', async () => {
  const mine = relay.socket()
  const { token, conversation } = await mine.hello(v2)
  for (const text of ['one', 'two', 'three']) await say(mine, text)
  expect(await older(mine, conversation)).toEqual([2, 3, 4])
  expect(await older(mine, conversation, 2)).toEqual([1])
  expect(await older(mine, conversation, 1)).toEqual([])
  await ask(mine, 'close')
  const next = relay.socket()
  const { conversation: another } = await next.hello({ ...v2, token, fresh: true })
  expect(another).not.toBe(conversation)
  expect(await older(next, conversation)).toEqual([3, 4, 5])
  const theirs = relay.socket()
  await theirs.hello(v2)
  expect(await older(theirs, conversation)).toEqual([])
  expect(await older(theirs, 'none' as ConversationId)).toEqual([])
})

test('[U22] a visitor’s conversations are listed, the newest first, each with what was said last', async () => {
  const mine = relay.socket()
  const { token, conversation } = await mine.hello(v2)
  await say(mine, 'Goodbye')
  await ask(mine, 'close')
  const next = relay.socket()
  const { conversation: another } = await next.hello({ ...v2, token, fresh: true })
  expect(await past(next)).toEqual([
    { id: another, openedAt: expect.any(Number), lastAt: expect.any(Number), closed: false, preview: '' },
    expect.objectContaining({ id: conversation, closed: true, preview: 'Goodbye' })
  ])
  const stranger = relay.socket()
  await stranger.hello(v2)
  expect(await past(stranger)).toHaveLength(1)
})

test('[U23] a visitor goes back to the bot, whether somebody came or not, and ends it, each once', async () => {
  const mine = relay.socket()
  const { conversation, can } = await mine.hello(v2)
  expect(can).toMatchObject({ handover: true, back: true, close: true, typing: true, receipts: true })
  await withAgent(mine, conversation)
  expect(await ask(mine, 'back')).toMatchObject({ type: 'said', seq: 4 })
  await until(() => relay.platform.calls.some(({ path }) => path.endsWith('/handback')))
  await handover('ev_again')
  await until(() => kinds(mine).filter(kind => kind === 'handover').length === 2)
  // Its answer was lost: said again it means the first time.
  expect(await ask(mine, 'back')).toMatchObject({ type: 'said', seq: 4 })
  expect(await ask(mine, 'back', idOf('later'))).toMatchObject({ type: 'said', seq: 6 })
  expect(await ask(mine, 'close')).toMatchObject({ type: 'said', seq: 7 })
  expect(await ask(mine, 'close')).toMatchObject({ type: 'said' })
  expect(await ask(mine, 'back', idOf('after'))).toMatchObject({ type: 'refused', reason: 'closed' })
  await until(() => kinds(mine).length === 7)
})

test('[U24] a rating counts once, when it is over or an agent gave the visitor back', async () => {
  const mine = relay.socket()
  const { conversation } = await mine.hello(v2)
  expect(await rate(mine, 5, idOf('early'))).toMatchObject({ type: 'refused', reason: 'noAction' })
  await withAgent(mine, conversation)
  await relay.api('POST', `/conversations/${conversation}/handback`, {})
  await until(() => kinds(mine).includes('handback'))
  expect(await rate(mine, 4)).toMatchObject({ type: 'said', seq: 5 })
  expect(await rate(mine, 4)).toMatchObject({ type: 'said', seq: 5 })
  expect(await rate(mine, 1, idOf('twice'))).toMatchObject({ type: 'refused', reason: 'conflict' })
  const other = relay.socket()
  await other.hello(v2)
  await ask(other, 'close')
  expect(await rate(other, 1)).toMatchObject({ type: 'said', seq: 3 })
  await until(() => kinds(other).includes('rated'))
})

test('[U25] another page is an entry that nobody is shown; the same page is none', async () => {
  const page = { url: 'https://shop.example.com/lamps' }
  const mine = relay.socket()
  const { conversation, token } = await mine.hello({ ...v2, page })
  await mine.send({ type: 'page', page: { ...page, title: '(1) Lamps' } })
  await mine.send({ type: 'page', page: { ...page, data: { items: 2 } } })
  expect(await say(mine, 'Hello')).toMatchObject({ seq: 3 })
  await until(() => kinds(mine).length === 3)
  expect(kinds(mine)).toEqual(['opened', 'other', 'message'])
  const back = relay.socket()
  await back.hello({ ...v2, token, page: { url: 'https://shop.example.com/cart' } })
  await until(() => kinds(back).length === 4)
  const log = await (await relay.api('GET', `/conversations/${conversation}`)).json()
  expect(log).toMatchObject({
    entries: [
      { page },
      { kind: 'page', page: { data: { items: 2 } } },
      {},
      { page: { url: expect.stringContaining('cart') } }
    ]
  })
})

test('[U25] who hurries through a site is told about at a bounded pace', async () => {
  const mine = relay.socket()
  await mine.hello(v2)
  for (let n = 0; n < 20; n += 1) {
    await mine.send({ type: 'page', page: { url: `https://shop.example.com/${n}` } })
  }
  const { seq } = (await say(mine, 'There')) as Of<'said'>
  expect(seq).toBeLessThanOrEqual(8)
})

test('[U26] who is erased is gone from every socket and every file, and comes back as somebody new', async () => {
  const mine = relay.socket()
  const { token, conversation } = await mine.hello(v2)
  const tab = relay.socket()
  await tab.hello({ ...v2, token })
  await say(mine, 'unforgettable')
  await started()
  await until(() => relay.platform.calls.length >= 3)
  const stranger = relay.socket()
  await stranger.hello(v2)
  await mine.send({ type: 'erase' })
  for (const socket of [mine, tab]) expect((await socket.closed).reason).toBe('erased')
  for (const name of readdirSync(relay.folder).filter(file => file.startsWith('log.db'))) {
    expect(readFileSync(join(relay.folder, name), 'latin1')).not.toContain('unforgettable')
  }
  expect(relay.logged.join()).not.toContain('unforgettable')
  const again = relay.socket()
  await again.send({ type: 'hello', site: 'shop', ...v2, token })
  expect((await again.closed).reason).toBe('token')
  const log = async () => (await relay.api('GET', `/conversations/${conversation}`)).json()
  expect(await log()).toMatchObject({ entries: [{ kind: 'erased' }] })
  expect((await handover()).status).toBe(200)
  expect(await log()).toMatchObject({ entries: [{ kind: 'erased' }] })
  expect(await say(stranger, 'Still-here')).toMatchObject({ type: 'said' })
})

test('[U28] receipts tell what the platform has taken, live and in the welcome', async () => {
  const mine = relay.socket()
  const { token } = await mine.hello(v2)
  await started()
  await say(mine, 'Hello')
  const receipt = await mine.heard(is('receipts'))
  expect(receipt).toEqual({ type: 'receipts', delivered: 2, read: 0 })
  expect(await relay.socket().hello({ ...v2, token })).toMatchObject({ head: 2 })
  relay.platform.statuses.push(...Array.from({ length: 50 }, () => 500))
  await say(mine, 'Lost')
  expect(await relay.socket().hello({ ...v2, token })).toMatchObject({ head: 3, delivered: 2 })
  relay.platform.statuses.splice(0)
  await until(() => mine.frames.filter(is('receipts')).at(-1)?.delivered === 3)
})

test('[U28] what is said to an agent of ours has arrived when it is in the log', async () => {
  const mine = relay.socket()
  const { conversation } = await mine.hello(v2)
  await withAgent(mine, conversation)
  await say(mine, 'Anna')
  expect(await mine.heard(is('receipts'))).toMatchObject({ delivered: 4 })
})

test('[U29] a site may allow none of it, and then nothing of it is done', async () => {
  const mine = relay.socket('strict')
  const { can, conversation, token } = await mine.hello({ ...v2, site: 'strict' })
  expect(can).toMatchObject({ back: false, close: false, rate: false, past: false, erase: false })
  expect(await ask(mine, 'close')).toMatchObject({ type: 'refused', reason: 'noAction' })
  expect(await ask(mine, 'back')).toMatchObject({ type: 'refused', reason: 'noAction' })
  expect(await past(mine)).toEqual([])
  await relay.api('POST', `/conversations/${conversation}/close`)
  expect(await rate(mine, 5)).toMatchObject({ type: 'refused', reason: 'noAction' })
  const next = relay.socket('strict')
  await next.hello({ ...v2, site: 'strict', token, fresh: true })
  expect(await older(next, conversation)).toEqual([])
  await next.send({ type: 'erase' })
  expect((await next.closed).reason).toBe('badFrame')
})

/** As a website's server signs it. */
function jwt(sub: string, aud: string, secret = key, more: object = {}): string {
  const now = Math.floor(Date.now() / 1_000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub, aud, iat: now, exp: now + 600, ...more })}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

test('[U30] one visitor is the same on two devices, has no token, and is no other', async () => {
  const hello = (sub: string, site = 'known') =>
    relay.socket(site).hello({ ...v2, site, identity: jwt(sub, site) })
  const one = await hello('7')
  expect(one.token).toBeUndefined()
  expect((await hello('7')).conversation).toBe(one.conversation)
  expect((await hello('8')).conversation).not.toBe(one.conversation)
  expect((await hello('7', 'either')).conversation).not.toBe(one.conversation)
})

test('[U32] the name and the address in an identity belong to the conversation, and to nobody who sees it', async () => {
  const come = async (more: object) => {
    const device = relay.socket('known')
    const welcome = await device.hello({ ...v2, site: 'known', identity: jwt('7', 'known', key, more) })
    await until(() => kinds(device).length === welcome.head)
    return { ...welcome, device }
  }
  const ada = { name: 'Ada Lovelace', email: 'ada@example.com' }
  const { conversation } = await come(ada)
  expect((await come(ada)).head).toBe(1)
  expect((await come({ name: 'nobody'.repeat(99) })).head).toBe(1)
  const { device, head } = await come({ name: 'Ada King' })
  expect([head, kinds(device)]).toEqual([2, ['opened', 'other']])
  const log = await (await relay.api('GET', `/conversations/${conversation}`)).json()
  expect(log.entries).toMatchObject([{ named: ada }, { kind: 'named', named: { ...ada, name: 'Ada King' } }])
  await started()
  expect(relay.platform.calls[0]).toMatchObject({ body: { displayName: 'Ada Lovelace' } })
  await relay.api('POST', `/conversations/${conversation}/close`)
  expect((await come({ name: 'Ada Byron' })).head).toBe(3)
  const seen = JSON.stringify([device.frames, relay.logged])
  for (const word of ['Ada', 'example.com/', 'ada@']) expect(seen).not.toContain(word)
  await device.send({ type: 'erase' })
  expect((await device.closed).reason).toBe('erased')
  for (const file of readdirSync(relay.folder).filter(name => name.startsWith('log.db'))) {
    expect(readFileSync(join(relay.folder, file), 'latin1')).not.toMatch(/Ada King|Lovelace|ada@/)
  }
})

test('[U30] devices that come at the same moment are in one conversation, again when they begin anew together', async () => {
  const come = async (more: object = {}) => {
    const devices = Array.from({ length: 8 }, () => relay.socket('known'))
    await Promise.all(devices.map(({ opened }) => opened))
    const identity = jwt('9', 'known')
    const hello = { ...v2, site: 'known', identity, ...more }
    const welcomes = await Promise.all(devices.map(device => device.hello(hello)))
    return { device: devices[0], conversations: [...new Set(welcomes.map(one => one.conversation))] }
  }
  const { device, conversations: first } = await come()
  expect(first).toHaveLength(1)
  if (device) await ask(device, 'close')
  const { conversations: second } = await come({ fresh: true })
  expect(second).toHaveLength(1)
  expect(second).not.toEqual(first)
})

test('[U30] no valid identity where one is needed or given, no conversation', async () => {
  const refusal = async (site: string, more: object) => {
    const socket = relay.socket(site)
    await socket.send({ type: 'hello', site, ...v2, ...more })
    return (await socket.closed).reason
  }
  expect(await refusal('known', {})).toBe('identity')
  const { token } = await relay.socket().hello(v2)
  expect(await refusal('known', { token })).toBe('identity')
  expect(await refusal('known', { identity: jwt('7', 'known', 'x'.repeat(32)) })).toBe('identity')
  expect(await refusal('known', { identity: jwt('7', 'either') })).toBe('identity')
  expect(await refusal('either', { identity: 'nonsense', token })).toBe('identity')
  expect(await refusal('shop', { identity: jwt('7', 'shop') })).toBe('identity')
  expect((await relay.socket('either').hello({ ...v2, site: 'either' })).token).toBeDefined()
})

const early: Exclude<Up, { type: 'hello' | 'ping' }>[] = [
  { type: 'ask', id: idOf('early'), what: 'close' },
  { type: 'rate', id: idOf('early'), score: 5 },
  { type: 'erase' },
  { type: 'page', page: { url: 'https://shop.example.com/' } },
  { type: 'older', conversation: 'one' as ConversationId, limit: 5 },
  { type: 'past' }
]
test.each(early)('[U31] $type before hello ends the socket', async frame => {
  const socket = relay.socket()
  await socket.send(frame)
  expect((await socket.closed).reason).toBe('badFrame')
})

test.each([
  '{"type":"older","conversation":{"$ne":""},"limit":5}',
  '{"type":"older","conversation":["one"],"limit":5}',
  '{"type":"ask","id":{"toString":1},"what":"close"}',
  '{"type":"rate","id":"client-rate-000","score":"5"}',
  '{"type":"page","page":{"url":{"href":"x"}}}'
])('[U31] what is no plain value where one is asked for ends the socket: %s', async frame => {
  const socket = relay.socket()
  await socket.hello(v2)
  await socket.send(frame)
  expect((await socket.closed).reason).toBe('badFrame')
})
