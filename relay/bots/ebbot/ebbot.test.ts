import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actionsOf } from '#shared/actions.ts'
import { type Action, content } from '#shared/content.ts'
import type { Draft } from '../../conversation/entry.ts'
import type { Reading } from '../../conversation/heard.ts'
import type { Input } from '../../conversation/input.ts'
import { type Caller, createCaller } from '../../lib/call.ts'
import type { Incoming } from '../../lib/incoming.ts'
import type { Json } from '../../lib/json.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { type EntryCall, everyCall, heard, opened, owed, said, unnamed } from '../../testing/calls.ts'
import { testClock } from '../../testing/clock.ts'
import { answering, type FarSide, startFarSide } from '../../testing/far-side.ts'
import { pathsOf, readSamples, withPart } from '../../testing/sample.ts'
import { botContract } from '../bot.contract.ts'
import { readContent } from './content.ts'
import { ebbot } from './index.ts'
import { timeOf } from './time.ts'

const botId = 'ebq7k2m9x4t1v8c3z6n5b0d2f7h1j4'
const chat = '1700000000.123.0d9c1c4e-6d0a-4a53-9b67-2f1f5f0a7c11'
const keys = {
  platform: 'ebbot',
  webhookUrl: 'https://v2.ebbot.app/api/webhooks/wh-3f0c77aa',
  botId,
  webhookSecret: 'secret-0123456789abcdef'
}
const settingsWith = (more: object = {}) => ebbot.settings.parse({ ...keys, ...more })
const answerOf = (answers: readonly object[], data: object = { chatId: chat }): string =>
  JSON.stringify({ request_id: 'r-1', success: true, data: { sandbox: false, answers, ...data } })
const event = (topic: string, body: object, at: unknown = 1_700_000_123_000) => ({
  topic,
  botId,
  ...body,
  requestId: 'r-1',
  timestamp: at
})
const message = (topic: string, data: object, at?: number) =>
  event(topic, { data: { chatId: chat, id: 'm-1', timestamp: '1700000123.310412954', ...data } }, at)
const update = (more: object, at?: number) => event('chat.update', { chat: { id: chat, ...more } }, at)

botContract('Ebbot', ebbot, {
  settings: keys,
  urlKey: 'webhookUrl',
  secrets: [keys.webhookUrl, keys.webhookSecret],
  samples: readSamples(join(import.meta.dirname, 'samples')),
  strangers: [
    { about: 'another bot', incoming: { ...update({}), botId: `${botId}1` }, status: 404 },
    { about: 'a bot in other letters', incoming: { ...update({}), botId: botId.toUpperCase() }, status: 404 },
    {
      about: 'a list with another bot in it',
      incoming: [update({}), { ...update({}), botId: 'eb' }],
      status: 404
    }
  ],
  start: { scenario: 's-1' },
  raw: null,
  good: {
    taken: { status: 200, body: answerOf([]) },
    linked: { status: 200, body: answerOf([]) }
  },
  nonsense: 'lost',
  once: { statuses: [500, 502, 503, 504] }
})

const now = 1_700_000_000_000
let far: FarSide
let caller: Caller
beforeEach(async () => {
  far = await startFarSide()
  far.answerWith(answering(200, answerOf([])))
  caller = createCaller({ ...ebbot.calls(settingsWith()), timeoutMs: 2_000, clock: testClock(now) })
})
afterEach(async () => {
  await far.close()
  await caller.close()
})

const sendAs = (call: Call, settings: ReturnType<typeof settingsWith>): Promise<Receipt> =>
  ebbot.send(call, settings, caller, 'bots/x')
const send = (call: Call, more: object = {}): Promise<Receipt> =>
  sendAs(call, settingsWith({ webhookUrl: far.url, ...more }))
const bodies = () => far.seen.map(({ body }): unknown => JSON.parse(body))
const pressing = (payload: Json): EntryCall =>
  owed({ kind: 'postback', id: 'said-0001', of: 3, action: 0, label: 'Orders', payload })

const incoming = (body: unknown, at = now): Incoming => ({
  raw: Buffer.from(''),
  headers: {},
  at,
  json: () => body
})
const read = (body: unknown, settings = settingsWith(), at?: number): Reading =>
  ebbot.receive(incoming(body, at), settings, 'bots/x')
const inputs = (reading: Reading) => (reading.ok ? reading.heard.map(({ input }) => input) : [])
const kinds = (reading: Reading) => inputs(reading).map(({ kind }) => kind)
const idsOf = (reading: Reading) => inputs(reading).flatMap(input => ('ids' in input ? [input.ids] : []))

test('[E1] what a visitor says is one POST to the whole URL, with the chat’s id once there is one', async () => {
  const at = { webhookUrl: `${far.url}/api/webhooks/wh-1?region=eu` }
  await send(unnamed(said), at)
  await send({ ...owed(said), address: chat }, { ...at, sandbox: true })
  expect(far.seen).toMatchObject([
    { method: 'POST', path: '/api/webhooks/wh-1?region=eu', headers: { 'content-type': 'application/json' } },
    { method: 'POST', path: '/api/webhooks/wh-1?region=eu', headers: { accept: 'application/json' } }
  ])
  expect(bodies()).toEqual([
    { type: 'text', sandbox: false, value: 'where is my order' },
    { type: 'text', sandbox: true, chatId: chat, value: 'where is my order' }
  ])
})

test.each([
  ['beside the answers', answerOf([]), { kind: 'taken', address: chat, inputs: [] }],
  [
    'in an answer',
    answerOf([{ type: 'typing', chatId: chat }], {}),
    { kind: 'taken', address: chat, inputs: [] }
  ],
  ['nowhere', answerOf([], { chatId: null }), { kind: 'taken', inputs: [] }]
])('[E2] the chat’s id is kept from the first answer: %s', async (_, body, receipt) => {
  far.answerWith(answering(200, body))
  expect(await send(unnamed(said))).toEqual(receipt)
  expect(await send(owed(said))).toEqual({ kind: 'taken', inputs: [] })
})

const answers = [
  { id: 'state-1', sender: 'user', bot_id: botId, botId, chatId: chat, type: 'text', value: 'One' },
  { id: 'state-1', sender: 'user', type: 'text', value: { text: 'Two' } },
  { type: 'typing' },
  { value: 'of no type' },
  { id: 'state-1', sender: 'agent', type: 'text', value: 'Three' }
]

test('[P22] messages of two chats have two ids, whatever is in those', () => {
  const of = (chatId: string, id: string) => {
    const [[first] = []] = idsOf(
      read(message('chat.agent.message', { chatId, id, type: 'text', value: 'Hi' }))
    )
    return first
  }
  expect(of('a', 'c')).toBe('message:a/c/1700000123.310412954')
  expect(of('a/b', 'c')).toBeDefined()
  expect(of('a/b', 'c')).not.toBe(of('a', 'b/c'))
})

test('[E3] answers become the bot’s messages under ids of ours, one after the other', async () => {
  far.answerWith(answering(200, answerOf(answers)))
  const [first, again] = [await send(owed(said)), await send(owed(said), { pauseMs: 900 })]
  const spoken = (text: string, more: object = {}) => ({
    kind: 'received',
    via: 'bots/x',
    content: { kind: 'text', text },
    payloads: [],
    raw: null,
    ...more
  })
  expect(first).toMatchObject({
    inputs: [spoken('One'), spoken('Two', { pauseMs: 300 }), spoken('Three', { pauseMs: 300 })]
  })
  expect(again).toMatchObject({ inputs: [{}, { pauseMs: 900 }, { pauseMs: 900 }] })
  const own = (receipt: Receipt) => JSON.stringify(receipt).match(/answer:c-7f3a\.7\/\d/g)
  expect(own(first)).toEqual(['answer:c-7f3a.7/0', 'answer:c-7f3a.7/1', 'answer:c-7f3a.7/3'])
  expect(own(again)).toEqual(own(first))
  expect(JSON.stringify(first)).not.toMatch(/state-1|"by":/)
  const all = first.kind === 'taken' ? (first.inputs ?? []) : []
  expect(all.map(input => 'ids' in input && input.ids.includes('c-7f3a.7'))).toEqual([false, false, true])
})

test.each([
  ['success: false', '{"success":false,"message":"no"}', 'refused'],
  ['no success', '{"data":{"answers":[]}}', 'lost'],
  ['success as a word', '{"success":"true","data":{"answers":[]}}', 'lost'],
  ['no answers', '{"success":true,"data":{"chatId":"c"}}', 'lost'],
  ['answers that are no list', '{"success":true,"data":{"answers":{}}}', 'lost'],
  ['a page', '<html>ok</html>', 'lost']
])('[E4] a 200 with %s is a failure; without answers in the list it is none', async (_, body, kind) => {
  far.answerWith(answering(200, body))
  expect(await send(owed(said))).toMatchObject({ kind, reason: expect.stringContaining('200') })
  far.answerWith(answering(201, answerOf([])))
  expect(await send(owed(said))).toEqual({ kind: 'taken', inputs: [] })
})

test.each([
  [408, {}, 'later'],
  [429, {}, 'later'],
  [503, { 'retry-after': '3' }, 'later'],
  [503, {}, 'lost'],
  [500, { 'retry-after': '3' }, 'lost'],
  [502, {}, 'lost'],
  [504, {}, 'lost'],
  [400, {}, 'refused'],
  [404, {}, 'refused'],
  [410, {}, 'refused'],
  [307, { location: '/' }, 'refused']
])('[E5] a %i with %j is %s', async (status, headers, kind) => {
  far.answerWith(answering(status, '{"success":false}', headers))
  expect(await send(owed(said))).toMatchObject({ kind, reason: `Ebbot answered ${status}` })
  expect(far.seen).toHaveLength(1)
})

test('[E5] a refused connection is tried again; a call that broke off is lost', async () => {
  far.answerWith(response => response.socket?.resetAndDestroy())
  expect(await send(owed(said))).toMatchObject({ kind: 'lost' })
  far.answerWith(response => response.writeHead(200, { 'content-length': '99' }).end('{"succ'))
  expect(await send(owed(said))).toMatchObject({ kind: 'lost' })
  await far.close()
  expect(await send(owed(said))).toMatchObject({ kind: 'later' })
})

test('[E6] no part of the URL stands in a receipt or in a complaint about settings', async () => {
  const hidden = 'wh-3f0c77aa'
  const at = { webhookUrl: `${far.url}/api/webhooks/${hidden}` }
  const receipts: Receipt[] = []
  for (const status of [200, 302, 400, 404, 429, 500]) {
    far.answerWith(answering(status, `no webhook ${hidden}`))
    receipts.push(await send(owed(said), at))
  }
  await far.close()
  receipts.push(await send(owed(said), at))
  const wrong = ebbot.settings.safeParse({ ...keys, webhookUrl: `ftp://x/${hidden}`, botId: '' })
  expect(JSON.stringify([receipts, wrong.error?.issues])).not.toContain(hidden)
})

test('[E7] a conversation begins in silence, with a scenario or with words', async () => {
  const starts: Json[] = [{}, { scenario: 's_1' }, { scenario: 's_1', state: 'st-1' }, { text: 'Hi' }]
  for (const start of starts) expect(ebbot.start.parse(start)).toEqual(start)
  expect(await send(unnamed(opened({})))).toEqual({ kind: 'taken' })
  for (const start of starts) await send(unnamed(opened(start)))
  expect(bodies()).toEqual([
    { type: 'scenario', sandbox: false, value: { scenario: 's_1' } },
    { type: 'scenario', sandbox: false, value: { scenario: 's_1', state: 'st-1' } },
    { type: 'text', sandbox: false, value: 'Hi' }
  ])
})

test.each([
  [{ restart: true }],
  [{ scenario: '' }],
  [{ scenario: 's', text: 'Hi' }],
  [{ text: 1 }],
  [null],
  ['x']
])('[E7] %j is no start: the configuration refuses it, and so does the call', async start => {
  expect(ebbot.start.safeParse(start).success).toBe(false)
  expect(await send(unnamed(opened(start)))).toMatchObject({ kind: 'refused' })
  expect(far.seen).toEqual([])
})

/** The kinds and labels of the actions that a button becomes, and what they send. */
function tap(button: object, more: object = {}) {
  const shown = readContent('url', { urls: [button] }, settingsWith(more))
  const [action]: readonly Action[] = shown?.content.actions ?? []
  return { action, payload: shown?.payloads[0] }
}

const variable = { type: 'variable', value: { name: 'color', value: 'green' } }

test('[E8] a variable button sends its name and value', async () => {
  const { action, payload = null } = tap({ label: 'Green', type: 'variable', name: 'color', value: 'green' })
  expect(action).toEqual({ kind: 'postback', label: 'Green' })
  await send(pressing(payload))
  expect(bodies()).toEqual([{ ...variable, sandbox: false, chatId: 'a-1' }])
})

test.each([
  [
    { scenario: 's_1', state: 'st-1', more: 1 },
    { scenario: 's_1', state: 'st-1' }
  ],
  [{ scenario: 's_1' }, { scenario: 's_1' }],
  [{ scenario: 's_1', state: null }, { scenario: 's_1' }],
  [{ scenario: 's_1', state: '' }, { scenario: 's_1' }]
])('[E8] a scenario button sends where it leads: %j', async (next, value) => {
  const { payload = null } = tap({ label: 'Go', type: 'scenario', next })
  await send(pressing(payload))
  expect(bodies()).toEqual([{ type: 'scenario', sandbox: false, chatId: 'a-1', value }])
})

test('[E8] a scenario button that leads nowhere can be pressed, sends nothing and is taken', async () => {
  const { action, payload = null } = tap({ label: 'No', type: 'scenario' })
  expect(action).toEqual({ kind: 'postback', label: 'No' })
  expect(await send(pressing(payload))).toEqual({ kind: 'taken' })
  expect(far.seen).toEqual([])
})

test.each([null, 'a word', { type: 'text', value: 'x' }, { type: 'variable', value: 'x' }])(
  '[E8] what no button of Ebbot’s gave is refused, and its label is not said instead: %j',
  async payload => {
    expect(await send(pressing(payload))).toMatchObject({ kind: 'refused' })
    expect(far.seen).toEqual([])
  }
)

test('[E9] a rating is a content with five replies, and one is sent only where the settings allow it', async () => {
  const shown = readContent('rating_request', { question: 'How was it?' }, settingsWith())
  expect(shown?.content).toMatchObject({ kind: 'rating', text: 'How was it?' })
  expect(shown?.content.actions).toEqual(['1', '2', '3', '4', '5'].map(label => ({ kind: 'reply', label })))
  const four = shown?.payloads[3] ?? null
  expect(await send(pressing(four))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('sendRatings')
  })
  expect(far.seen).toEqual([])
  await send(pressing(four), { sendRatings: true })
  expect(bodies()).toEqual([{ type: 'rating', sandbox: false, chatId: 'a-1', value: { rating: 4 } }])
})

test('[E10] a reset is a press that ends the conversation, without a call', async () => {
  const { action, payload = null } = tap({ label: 'Start over', type: 'url', value: 'ebbot://reset' })
  expect(action).toEqual({ kind: 'postback', label: 'Start over' })
  expect(await send(pressing(payload))).toEqual({ kind: 'taken', inputs: [{ kind: 'close' }] })
  expect(far.seen).toEqual([])
})

test.each([
  ['https://shop.example/', 'link'],
  ['http://shop.example/', 'link'],
  ['mailto:a@shop.example', 'link'],
  ['tel:+461', 'link'],
  ['javascript:alert(1)', 'inert'],
  ['data:text/html,x', 'inert'],
  ['ebbot://else', 'inert'],
  ['/relative', 'inert'],
  ['js://pay', 'inert'],
  ['js://other', undefined],
  ['JS://other', undefined],
  ['js://constructor', undefined]
])('[E11] a button to %s is %s', (value, kind) => {
  const { action, payload } = tap({ label: 'Go', type: 'url', value }, { hostCallbacks: ['pay'] })
  expect(action?.kind).toBe(kind)
  expect(payload ?? null).toBeNull()
})

test.each(['text', 'gpt', 'text_info'])('[E12] the words of %s stand alone or in an object', type => {
  for (const value of ['Hello', { text: 'Hello', more: 1 }])
    expect(readContent(type, value, settingsWith())).toEqual({
      content: { kind: 'text', text: 'Hello' },
      payloads: []
    })
})

test('[E12] either spelling of a button, a rating and a carousel shows the same', () => {
  const settings = settingsWith()
  const green = { label: 'Green', type: 'variable', name: 'color', value: 'green' }
  const pairs = [
    ['url', { urls: [{ ...green, id: 'b-1' }] }, { buttons: [{ ...green, buttonId: 'b-1' }] }],
    ['rating_request', { question: 'How?' }, { text: 'How?' }],
    [
      'carousel',
      { slides: [{ title: 'A', url: 'https://x.example/a.png', urls: [green] }] },
      { slides: [{ title: 'A', image_url: 'https://x.example/a.png', buttons: [green] }] }
    ]
  ] as const
  for (const [type, wire, built] of pairs)
    expect(readContent(type, built, settings)).toEqual(readContent(type, wire, settings))
})

test.each([
  ['video', { text: 'Look' }, { text: 'Look' }],
  ['video', 'Look', { text: 'Look' }],
  ['image', { url: 'javascript:x', label: 'A rose' }, { text: 'A rose' }],
  ['carousel', { slides: [], description: 'None' }, { text: 'None' }],
  ['list', { text: 'Things' }, { text: 'Things' }],
  [
    'product',
    { url: 'https://x.example/', label: 'A spade' },
    { text: 'A spade', actions: [{ kind: 'link', label: 'A spade', url: 'https://x.example/' }] }
  ],
  ['video', 'https://x.example/', { text: '', actions: [{ kind: 'link', label: 'https://x.example/' }] }],
  ['', undefined, { text: '' }]
])('[E12] what cannot be shown as what it is shows its words: %s %j', (type, value, content) => {
  expect(readContent(type, value, settingsWith())?.content).toMatchObject({
    kind: 'unknown',
    of: type,
    ...content
  })
})

const botSays = (id: string, value: unknown, more: object = {}) =>
  message('chat.bot.message', { sender: 'bot', type: 'text', value, id, ...more })
/** The id that a message shares with its other form. */
const echo = (ids: readonly string[] = []) => ids.filter(id => id.startsWith('echo:'))

/** A conversation with Ebbot in which things are said by answers and by events. */
function talk(more: object = {}) {
  const settings = settingsWith({ webhookUrl: far.url, ...more })
  let seq = 0
  return {
    async answers(...values: readonly unknown[]) {
      far.answerWith(
        answering(
          200,
          answerOf(
            values.map(value => ({ type: 'text', value })),
            {}
          )
        )
      )
      seq += 1
      const receipt = await sendAs({ ...owed(said), address: chat, key: `c.${seq}` }, settings)
      const all = receipt.kind === 'taken' ? (receipt.inputs ?? []) : []
      return all.map(input => echo('ids' in input ? input.ids : []))
    },
    hears: (id: string, value: unknown, at = now, of = {}) =>
      echo(idsOf(read(botSays(id, value, of), settings, at))[0])
  }
}

test('[E13] the same words as an answer and as an event are one message, whichever comes first', async () => {
  const { answers: answered, hears } = talk()
  const [one] = await answered('Hello')
  expect(one).toHaveLength(1)
  expect(hears('e-1', 'Hello')).toEqual(one)
  const two = hears('e-2', { text: 'Bye' })
  expect(await answered('Bye')).toEqual([two])
  expect(two).not.toEqual(one)
})

test('[E13] what is said twice is two messages, and an event that comes again is the one it was', async () => {
  const { answers: answered, hears } = talk()
  const [first, second] = await answered('Really?', 'Really?')
  expect(second).not.toEqual(first)
  expect(hears('e-1', 'Really?')).toEqual(first)
  expect(hears('e-1', 'Really?')).toEqual(first)
  expect(hears('e-2', 'Really?')).toEqual(second)
  expect(hears('e-1', 'Really?', now + 600_000)).toEqual(first)
  expect(await answered('Really?')).not.toContainEqual(first)
})

test('[E13] neither another chat, another value nor another minute is the same', async () => {
  const { answers: answered, hears } = talk({ echoMs: 5_000 })
  const [one, two] = await answered('Hello', 'Hello')
  expect(hears('e-1', 'Hello', now, { chatId: 'other' })).not.toEqual(one)
  expect(hears('e-2', 'Hello!')).not.toEqual(one)
  expect(hears('e-3', 'Hello', now + 5_000)).toEqual(one)
  expect(hears('e-4', 'Hello', now + 5_001)).not.toEqual(two)
})

test('[E13] where an event names the request of its answer, they are one message over a restart, too', async () => {
  const say = { type: 'text', value: 'Really?' }
  far.answerWith(answering(200, answerOf([say, say])))
  const receipt = await send({ ...owed(said), address: chat })
  const answered = receipt.kind === 'taken' ? (receipt.inputs ?? []) : []
  const [first = [], second = []] = answered.map(input => ('ids' in input ? input.ids : []))
  const afterwards = settingsWith()
  const [one = []] = idsOf(read(botSays('e-1', 'Really?'), afterwards, now + 5_000))
  const [two = []] = idsOf(read(botSays('e-2', 'Really?'), afterwards, now + 5_000))
  const shared = (a: readonly string[], b: readonly string[]) => a.filter(id => b.includes(id)).length
  expect([shared(first, one), shared(second, two)]).toEqual([1, 1])
  expect([shared(first, two), shared(second, one), shared(first, second)]).toEqual([0, 0, 0])
})

test('[E3] answers with any one part replaced by anything at all read to something that can be kept', async () => {
  const whole = JSON.parse(
    answerOf([...answers, urls, { type: 'image', value: { url: 'https://x.example/a' } }])
  )
  const altered = fc
    .tuple(fc.constantFrom(...pathsOf(whole)), fc.oneof(fc.jsonValue(), fc.constant('javascript:alert(1)')))
    .map(([path, part]) => withPart(whole, path, part))
  await fc.assert(
    fc.asyncProperty(altered, async body => {
      const answer = { kind: 'answer', status: 200, retryAfterMs: undefined, at: now } as const
      const saying: Caller = { ...caller, send: async () => ({ ...answer, body: JSON.stringify(body) }) }
      const receipt = await ebbot.send(owed(said), settingsWith(), saying, 'bots/x')
      for (const input of receipt.kind === 'taken' ? (receipt.inputs ?? []) : []) keepable(input)
    }),
    { numRuns: 1_000 }
  )
})

const urls = {
  type: 'url',
  value: { description: 'Which?', urls: [{ label: 'Shop', type: 'url', value: 'https://shop.example' }] }
}

function keepable(input: Input): void {
  expect(JSON.parse(JSON.stringify(input))).toEqual(input)
  if (input.kind !== 'received') return
  const actions = actionsOf(content.parse(input.content))
  expect(input.payloads).toHaveLength(actions.length)
  expect(actions.every(action => action.kind !== 'link' || !action.url.startsWith('javascript'))).toBe(true)
}

test('[E13] the order of an object’s keys makes no other value', () => {
  const settings = settingsWith()
  const url = (id: string, value: object) => read(botSays(id, value, { type: 'url' }), settings)
  const [, once] = idsOf(url('e-1', { description: 'A', urls: [{ label: 'B', type: 'url' }] }))[0] ?? []
  const [, again] = idsOf(url('e-2', { urls: [{ type: 'url', label: 'B' }], description: 'A' }))[0] ?? []
  expect(once?.split('/').slice(0, -1)).toEqual(again?.split('/').slice(0, -1))
})

test('[E14] an agent’s first message means that an agent has the visitor, and so does an update', () => {
  const hi = message('chat.agent.message', { sender: 'agent', type: 'text', value: 'Hi' })
  const kim = settingsWith({ agentName: 'Kim' })
  expect(inputs(read(hi, kim))).toMatchObject([
    { kind: 'take', name: 'Kim', on: 'bots/x' },
    { kind: 'received', by: 'agent', name: 'Kim', content: { text: 'Hi' } }
  ])
  expect(inputs(read(update({ handled_by: 'agent', type: 'scenario' })))).toEqual([
    { kind: 'take', name: 'Agent', on: 'bots/x' }
  ])
  expect(inputs(read(update({ handled_by: 'bot' })))).toEqual([
    { kind: 'handback', metadata: {}, on: 'bots/x' }
  ])
  expect(kinds(read(update({ handled_by: 'nobody' })))).toEqual([])
})

test('[E14] older news of who has the visitor changes nothing, though an agent’s words are heard', () => {
  const settings = settingsWith()
  const hi = (at: number) => message('chat.agent.message', { sender: 'agent', type: 'text', value: 'Hi' }, at)
  expect(kinds(read(hi(1_700_000_200_000), settings))).toEqual(['take', 'received'])
  expect(kinds(read(update({ handled_by: 'bot' }, 1_700_000_100_000), settings))).toEqual([])
  expect(kinds(read(update({ handled_by: 'bot' }, 1_700_000_300_000), settings))).toEqual(['handback'])
  expect(kinds(read(hi(1_700_000_250_000), settings))).toEqual(['received'])
})

test.each([
  ['chat.close', event('chat.close', { data: { id: chat, conversation: [] } }), true],
  [
    'an update that is closed',
    update({ status: 'chat_closed', type: 'close_chat', handled_by: 'bot' }),
    true
  ],
  ['the same in another word', update({ status: 'closed', handled_by: 'agent' }), true],
  ['a status', event('chat.status.change', { data: { id: chat, status: 'chat_closed' } }), true],
  ['close_chat alone', update({ status: 'ongoing', type: 'close_chat' }), false],
  [
    'close_chat alone, as a status',
    event('chat.status.change', { data: { id: chat, status: 'ongoing', type: 'close_chat' } }),
    false
  ],
  ['a close of nothing', event('chat.close', { data: {} }), false]
])('[E15] %s: is it over?', (_, body, over) => {
  expect(kinds(read(body))).toEqual(over ? ['close'] : [])
})

test.each(['chat.message', 'chat.user.message', 'chat.bot.message'])(
  '[E16] what the visitor said is not heard as %s',
  topic => {
    const reading = read(message(topic, { sender: 'user', type: 'text', value: 'test', id: 'user-id' }))
    expect(reading).toMatchObject({ heard: [], ignored: ['what a visitor said comes back'] })
  }
)

test.each([chat, '1700000000123-0d9c1c4e-6d0a-4a53-9b67-2f1f5f0a7c11', 'a/b c', 4711])(
  '[E17] the chat %s is called by its whole id',
  id => {
    const reading = read(event('chat.close', { data: { id } }))
    expect(reading).toMatchObject({ heard: [{ address: String(id) }] })
  }
)

test('[E17] a message is the same under either topic, and another when its id or its time is another', () => {
  const say = (topic: string, more: object = {}) =>
    idsOf(read(message(topic, { sender: 'system', type: 'text_info', value: 'Hi', ...more })))[0]?.[0]
  const one = say('chat.system.message')
  expect(say('chat.message')).toBe(one)
  const without = { id: undefined }
  const all = [one, say('chat.message', { id: 'm-2' }), say('chat.message', { timestamp: '1700000124.1' })]
  const bare = [say('chat.message', without), say('chat.message', { ...without, value: 'Ho' })]
  expect(new Set([...all, ...bare]).size).toBe(5)
  expect(say('chat.system.message', without)).toBe(bare[0])
})

test.each([
  [1_700_000_000_000, 1_700_000_000_000],
  ['1700000000.310412954', 1_700_000_000_000],
  ['1700000000000.397183857', 1_700_000_000_000],
  ['1700000000', 1_700_000_000_000],
  ['1700000000.123.4', 1_700_000_000_000],
  ['2023-01-01T07:36:11+00:00', undefined],
  ['', undefined],
  [null, undefined],
  [1e99, undefined]
])('[E18] %j is read as %s', (given, ms) => {
  expect(timeOf(given)).toBe(ms)
})

test('[E19] a list is told in the order of its times, unless one has none', () => {
  const at = (id: string, time: unknown) =>
    event(
      'chat.system.message',
      { data: { chatId: chat, id, sender: 'system', type: 'text_info', value: id } },
      time
    )
  const order = (...events: object[]) =>
    inputs(read(events)).map(input => (input.kind === 'received' ? input.content.text : ''))
  expect(order(at('b', 1_700_000_002_000), at('a', 1_700_000_001_000))).toEqual(['a', 'b'])
  expect(order(at('b', 1_700_000_002_000), at('a', null))).toEqual(['b', 'a'])
})

test('[E19] an empty list, and the printed event with a comma too many, are no events', () => {
  const printed = `${JSON.stringify(update({}))},`
  expect(() => JSON.parse(printed) as unknown).toThrow()
  for (const body of [[], undefined, [1], {}, { topic: 'chat.close' }]) {
    expect(ebbot.verify(incoming(body), settingsWith())).toMatchObject({ ok: false, status: 400 })
    expect(read(body)).toMatchObject({ ok: false, status: 400 })
  }
})

test('[E20] settings that could not work or would not be safe are refused, each by its key', () => {
  const wrong = {
    webhookUrl: 'wh-1',
    botId: '',
    sandbox: 'no',
    webhookSecret: 'short',
    timeoutMs: 0,
    connections: 1.5,
    pauseMs: 100,
    agentName: '',
    sendRatings: 1,
    hostCallbacks: 'pay',
    echoMs: 0,
    surprise: 1
  }
  for (const [key, value] of Object.entries(wrong))
    expect(JSON.stringify(ebbot.settings.safeParse({ ...keys, [key]: value }).error?.issues)).toContain(key)
  expect(settingsWith()).toEqual({
    ...keys,
    sandbox: false,
    timeoutMs: 30_000,
    connections: 10,
    pauseMs: 300,
    agentName: 'Agent',
    sendRatings: false,
    hostCallbacks: [],
    echoMs: 60_000
  })
})

const picture: Draft = {
  kind: 'message',
  by: 'visitor',
  id: 'said-0001',
  content: { kind: 'image', url: 'https://shop.example/a.png' }
}

test('[E21] what Ebbot has no call for is refused in words, and what it said itself needs none', async () => {
  const silent = everyCall({}, null).filter(call => call.kind !== 'entry')
  const untold: Call[] = [
    ...silent,
    owed(picture),
    owed({
      kind: 'message',
      by: 'agent',
      id: 'said-0001',
      name: 'Ann',
      content: { kind: 'text', text: 'Hi' }
    }),
    owed({ kind: 'handback', why: 'agent', metadata: {} }),
    owed({ kind: 'handover', metadata: {}, until: 1 }),
    owed({ kind: 'taken', name: 'Ann' }),
    owed({ kind: 'closed' })
  ]
  for (const call of untold)
    expect(await send(call)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('Ebbot') })
  expect(await send(owed(heard(null)))).toEqual({ kind: 'taken' })
  expect(far.seen).toEqual([])
  expect(ebbot.unsupported?.join()).toMatch(/close.*ratings.*files.*attributes.*reading/)
})

test('[E23] an answer with much beside it is read whole, and so would a long transcript be', async () => {
  const wide = { type: 'text', value: 'Hello', db: { much: 'x'.repeat(1_000_000) } }
  far.answerWith(answering(200, answerOf([wide, wide])))
  expect(await send(owed(said))).toMatchObject({ kind: 'taken', inputs: [{}, {}] })
  expect(ebbot.maxBodyBytes).toBe(5_242_880)
})
