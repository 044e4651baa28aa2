import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { actionsOf } from '#shared/actions.ts'
import { type Content, content } from '#shared/content.ts'
import type { Draft, Entry } from '../conversation/entry.ts'
import { bot, conversation } from '../testing/entries.ts'
import { type Topic, topics, topicsOf } from './catalogue.ts'
import { eventOf, roomIn } from './event.ts'
import { continued, createStories } from './story.ts'
import { readTranscript } from './transcript.ts'

const id = conversation('one')
const text = z.string()
const stamped = z.string().regex(/^\d{10}\.\d{9}$/)
const iso = z.iso.datetime()
const none = z.strictObject({})
const names = { first_name: text.min(1), last_name: text }
const link = z.strictObject({ id: text, label: text, type: z.literal('url'), value: text })
const next = z.strictObject({ scenario: text })
const press = z.strictObject({ id: text, label: text, type: z.literal('scenario'), next: next.optional() })
const urls = z.array(z.union([link, press]))
const slide = z.strictObject({ title: text, description: text, url: text, urls })

/** Section 4 of the contract: what a message may be. */
const said = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), value: text }),
  z.object({ type: z.literal('button_click'), value: text }),
  z.object({ type: z.literal('url'), value: z.strictObject({ description: text, urls }) }),
  z.object({ type: z.literal('image'), value: z.strictObject({ url: text, label: text }) }),
  z.object({ type: z.literal('file'), value: z.strictObject({ url: text, filename: text, label: text }) }),
  z.object({
    type: z.literal('list'),
    value: z.strictObject({ text, items: z.array(z.strictObject({ text })) })
  }),
  z.object({
    type: z.literal('carousel'),
    value: z.strictObject({ slides: z.array(slide), description: text.optional(), urls: urls.optional() })
  })
])
const line = z.strictObject({
  id: text,
  sender: z.enum(['user', 'bot', 'agent', 'system']),
  type: text,
  value: z.unknown(),
  timestamp: stamped,
  truncated: z.literal(true).optional()
})
const message = z.strictObject({ chatId: z.literal(id), ...line.shape })
const status = z.enum(['ongoing', 'waiting', 'chat_closed'])
const theme = z.strictObject({ id: text, path: text.nullable(), isDefault: z.boolean() })

/** Section 3.3 of the contract, key by key. */
const parts: Record<Topic, z.ZodType> = {
  'chat.create': z.strictObject({ id: text, type: text, status, user: z.strictObject(names) }),
  'chat.update': z.strictObject({
    id: text,
    botId: text,
    companyId: text,
    name: text,
    integration_type: text,
    scenario: z.null(),
    type: text,
    status,
    statusTimestamp: stamped,
    chatUserId: text,
    handled_by: z.enum(['bot', 'agent']),
    handledByAgentTimestamp: stamped.nullable(),
    transfer_data: none,
    userId: text.nullable(),
    last_message: stamped,
    new_messages: z.boolean(),
    scenarios_in_progress: z.array(z.never()),
    successful_scenarios: none,
    language: text,
    nps: z.null(),
    rating: z.null(),
    transferSkillId: z.null(),
    participants: z.array(z.never()),
    agents: z.array(z.never()),
    createdAt: iso,
    updatedAt: iso,
    supervised: z.boolean(),
    chat_user: z.strictObject({ id: text, image: z.null(), info: text, createdAt: iso, updatedAt: iso })
  }),
  'chat.data.update': z.strictObject({
    id: text,
    time_before_start: z.number(),
    os: text,
    user_last_input: text,
    current_host: text,
    current_page: text,
    clientIp: z.literal(''),
    browser: text,
    chat_theme_details: theme,
    platform: text,
    page_title: text.optional(),
    locale: text.optional()
  }),
  'chat.user.update': z.strictObject({ id: text, user: z.strictObject({ id: text, ...names }) }),
  'chat.user.message': message.extend({ sender: z.literal('user') }),
  'chat.bot.message': message.extend({ sender: z.literal('bot') }),
  'chat.agent.message': message.extend({ sender: z.literal('agent') }),
  'chat.system.message': message.extend({ sender: z.literal('system') }),
  'chat.message': message,
  'chat.scenario.run': z.strictObject({
    chatId: text,
    scenario: z.strictObject({ id: text, name: text, states: z.literal(1) })
  }),
  'chat.status.change': z.strictObject({ id: text, status, supervised: z.boolean(), type: text }),
  'chat.close': z.strictObject({ id: text, conversation: z.array(line), omitted: z.int().optional() }),
  'chat.erase': z.strictObject({ id: text, erasedAt: iso })
}

const envelope = (topic: Topic) =>
  z.strictObject({
    topic: z.literal(topic),
    botId: text.min(1),
    [topic === 'chat.update' ? 'chat' : 'data']: parts[topic],
    context: z.strictObject({
      company_id: text,
      user_id: text,
      impersonated_user_id: text,
      request_id: text
    }),
    requestId: text,
    timestamp: z.int(),
    seq: z.int().min(1),
    previous: z.int().min(0)
  })

const logOf = (drafts: readonly Draft[]): Entry[] =>
  drafts.map((draft, i) => ({ seq: i + 1, at: 1_700_000_000_000 + i, ...draft }))

/** Every event of a log, as a subscriber of everything is told them. */
async function eventsOf(drafts: readonly Draft[], maxBytes = 1_048_576) {
  const entries = logOf(drafts)
  const wanted = new Set(topics)
  const log = {
    read: async (_: unknown, after: number, limit: number) => entries.slice(after, after + limit)
  }
  const { before } = createStories(log, wanted)
  const events: { topic: Topic; event: unknown; body: string }[] = []
  for (const entry of entries) {
    const story = await before(id, entry.seq)
    const over = entry.kind === 'closed'
    const transcript = over ? await readTranscript(log, id, entry.seq, roomIn(maxBytes)) : undefined
    for (const topic of topicsOf(entry)) {
      const subscription = { botId: undefined, companyId: '', maxBytes }
      const more = { story: continued(story, entry, wanted), previous: story.told, transcript, subscription }
      const event = eventOf({ topic, conversation: id, entry, ...more })
      events.push({ topic, event, body: JSON.stringify(event) })
    }
  }
  return events
}

const opened: Draft = {
  kind: 'opened',
  site: 'shop',
  bot,
  start: { hidden: 'canary' },
  locale: 'sv',
  page: { url: 'https://shop.example.com/pots', title: 'Pots' }
}
const received = (by: 'bot' | 'agent' | 'system', shows: Content, name?: string): Draft => ({
  kind: 'message',
  by,
  via: bot,
  content: shows,
  raw: { hidden: 'canary' },
  pauseMs: 300,
  payloads: actionsOf(shows).map(() => ({ hidden: 'canary' })),
  ...(name !== undefined && { name })
})
const said1: Draft = {
  kind: 'message',
  by: 'visitor',
  id: 'client-0001',
  content: { kind: 'text', text: 'hi' }
}
const pressed: Draft = {
  kind: 'postback',
  id: 'client-0002',
  of: 3,
  action: 0,
  label: 'Yes',
  payload: { hidden: 'canary' }
}
const asks: Draft = { kind: 'handover', metadata: { hidden: 'canary' }, until: 2 }
const yesOrNo: Content = { kind: 'text', text: 'Sure?', actions: [{ kind: 'postback', label: 'Yes' }] }
const whole: Draft[] = [
  opened,
  said1,
  received('bot', yesOrNo),
  pressed,
  asks,
  { kind: 'taken', name: 'Anna' } as Draft,
  received('agent', { kind: 'text', text: 'Anna here' }, 'Anna'),
  received('system', { kind: 'text', text: 'Moved' }),
  { kind: 'handback', why: 'agent', metadata: { hidden: 'canary' } },
  { kind: 'undelivered', of: 2 },
  { kind: 'closed' }
]

/** A content of any kind, as wild as a platform can make it. */
const anyContent: fc.Arbitrary<Content> = (() => {
  const words = fc.string({ unit: 'binary', maxLength: 300 })
  const label = fc.string({ maxLength: 40 })
  const kind = fc.constantFrom('reply', 'postback', 'inert')
  const action = fc.oneof(
    fc.record({ kind, label }),
    fc.record({ kind: fc.constant('link'), label, url: fc.webUrl() })
  )
  const actions = fc.array(action, { maxLength: 4 })
  const image = fc.record({ url: fc.webUrl(), alt: label })
  const card = fc.record(
    { title: words, text: words, image, actions },
    { requiredKeys: ['title', 'actions'] }
  )
  const common = { text: words, actions }
  const one = (name: string, keys: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
    fc.record(
      { kind: fc.constant(name), ...common, ...keys },
      { requiredKeys: ['kind', ...requiredKeys] as never[] }
    )
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const cards = { cards: fc.array(card, { maxLength: 4 }) }
  const field = fc.record({ kind: fc.constant('text'), name: label, label })
  return fc
    .oneof(
      one('text', {}, ['text']),
      one('image', { url: fc.webUrl(), alt: label }, ['url']),
      one('file', { url: fc.webUrl(), name: label }, ['url']),
      one('carousel', cards, ['cards']),
      one('list', cards, ['cards']),
      one('location', { lat: number, long: number, name: label, address: label }, ['lat', 'long']),
      one('form', { fields: fc.array(field, { maxLength: 3 }) }, ['fields']),
      one('unknown', { of: label }, ['text', 'of'])
    )
    .map(value => content.parse(value))
})()

test('[T2] each topic has the keys and types that its contract has, and seq and previous beside them', async () => {
  const events = await eventsOf(whole)
  for (const { topic, event } of events) {
    const read = envelope(topic).safeParse(event)
    expect(read.error?.issues ?? [], topic).toEqual([])
  }
  const all = topics.filter(topic => topic !== 'chat.erase')
  expect(new Set(events.map(({ topic }) => topic))).toEqual(new Set(all))
  const [erased] = await eventsOf([{ kind: 'erased', site: 'shop', bot: 'bots/support' }])
  expect(envelope('chat.erase').safeParse(erased?.event).error?.issues ?? []).toEqual([])
})

test('[T2] messages of any kind are told in the kinds of the contract', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, async shows => {
      const [, , , told] = await eventsOf([opened, received('bot', shows)])
      expect(envelope('chat.bot.message').safeParse(told?.event).error?.issues ?? []).toEqual([])
      expect(
        said.safeParse(z.looseObject({ data: z.unknown() }).parse(told?.event).data).error
      ).toBeUndefined()
    })
  )
})

test('[T2] the phases are told in the words of the contract', async () => {
  const events = await eventsOf(whole)
  const updates = events.flatMap(({ topic, event }) => (topic === 'chat.update' ? [event] : []))
  expect(updates).toMatchObject([
    { chat: { type: 'handover', status: 'waiting', handled_by: 'bot', userId: null } },
    { chat: { type: 'taken', status: 'ongoing', handled_by: 'agent', userId: 'Anna' } },
    { chat: { type: 'handback', status: 'ongoing', handled_by: 'bot', handledByAgentTimestamp: null } },
    { chat: { type: 'undelivered', status: 'ongoing' } },
    { chat: { type: 'close_chat', status: 'chat_closed', language: 'sv' } }
  ])
})

test('[T2] a press is told by its label, and by the name that its button had', async () => {
  const events = await eventsOf(whole)
  const find = (topic: Topic, seq: number) =>
    events.find(one => one.topic === topic && one.body.includes(`"seq":${seq},`))?.event
  expect(find('chat.bot.message', 3)).toMatchObject({
    data: {
      type: 'url',
      value: { description: 'Sure?', urls: [{ id: '3.0', type: 'scenario', next: { scenario: '3.0' } }] }
    }
  })
  expect(find('chat.user.message', 4)).toMatchObject({ data: { type: 'button_click', value: 'Yes' } })
  expect(find('chat.scenario.run', 4)).toMatchObject({ data: { scenario: { id: '3.0', name: 'Yes' } } })
  expect(find('chat.data.update', 4)).toMatchObject({
    data: { user_last_input: 'Yes', current_host: 'shop.example.com', page_title: 'Pots' }
  })
})

test('[T24] a name is told whole once it is known, an e-mail address never', async () => {
  const email = 'ada@example.com'
  const users = async (...drafts: Draft[]) =>
    (await eventsOf(drafts)).flatMap(({ topic, event, body }) => {
      expect(body).not.toContain(email)
      expect(envelope(topic).safeParse(event).error?.issues ?? [], topic).toEqual([])
      return topic === 'chat.user.update' ? [z.looseObject({ data: z.unknown() }).parse(event).data] : []
    })
  const named = (name: string): Draft => ({ kind: 'named', named: { name, email } })
  const user = (first_name: string, last_name: string) => ({ user: { first_name, last_name } })
  expect(await users(opened, named('Ada Lovelace'), named('Ada King'))).toMatchObject([
    user('Visitor', id.slice(-4)),
    user('Ada Lovelace', ''),
    user('Ada King', '')
  ])
  const known = { ...opened, named: { name: 'Ada', email } } as Draft
  expect(await users(known)).toMatchObject([user('Ada', '')])
  const [update] = (await eventsOf([known, asks])).filter(({ topic }) => topic === 'chat.update')
  expect(update?.event).toMatchObject({
    chat: { name: 'Ada', chat_user: { info: expect.stringContaining('Ada') } }
  })
})

test('[T2] the close has the whole transcript, each message as it was told', async () => {
  const events = await eventsOf(whole)
  const messages = events.flatMap(({ topic, event }) => (topic === 'chat.message' ? [event] : []))
  const lines = messages.map(one => {
    const { chatId: _, ...data } = z.looseObject({ data: message }).parse(one).data
    return data
  })
  expect(events.at(-1)?.event).toMatchObject({ topic: 'chat.close', data: { id, conversation: lines } })
  expect(lines.map(({ sender }) => sender)).toEqual(['user', 'bot', 'user', 'agent', 'system'])
})

test('[T4] no payload, nothing raw, no metadata and no start is in any event, whatever is said', async () => {
  for (const { body } of await eventsOf(whole)) expect(body).not.toContain('canary')
  await fc.assert(
    fc.asyncProperty(fc.array(anyContent, { maxLength: 5 }), async contents => {
      const drafts = [opened, ...contents.map(shows => received('bot', shows)), { kind: 'closed' } as Draft]
      for (const { body } of await eventsOf(drafts)) expect(body).not.toContain('canary')
    })
  )
})

test('[T15] no event is larger than was agreed, whatever a page says about its visitor', async () => {
  const data = (text: string) => Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, text]))
  for (const text of ['\u0001', '语', '🎈'].map(letter => letter.repeat(500 / letter.length))) {
    const page = { url: 'https://shop.example.com/', data: { plain: 'kept', ...data(text) } }
    const events = await eventsOf([opened, { kind: 'page', page }], 32_768)
    for (const { body } of events) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(32_768)
    expect(events.filter(({ body }) => body.includes('"plain":"kept"'))).toHaveLength(1)
  }
})

test('[T15] no event is larger than was agreed: long messages are cut and marked', async () => {
  const most = 32_768
  const long = ['x', '\u0000', '💬', '\ud800'].map(unit => unit.repeat(100_000))
  for (const words of long) {
    const drafts: Draft[] = [
      opened,
      { kind: 'message', by: 'visitor', id: 'client-0001', content: { kind: 'text', text: words } },
      received('bot', { kind: 'carousel', cards: [{ title: words, actions: [] }] }),
      { ...pressed, label: words } as Draft,
      { kind: 'taken', name: words },
      { kind: 'closed' }
    ]
    const events = await eventsOf(drafts, most)
    for (const { topic, event, body } of events) {
      expect(Buffer.byteLength(body), topic).toBeLessThanOrEqual(most)
      expect(envelope(topic).safeParse(event).error?.issues ?? [], topic).toEqual([])
    }
    expect(events.find(({ topic }) => topic === 'chat.bot.message')?.event).toMatchObject({
      data: { type: 'text', truncated: true }
    })
  }
})

test('[T15] of a transcript that is too long the newest is told, and how much is left out', async () => {
  const drafts: Draft[] = [opened]
  for (let i = 0; i < 1_000; i += 1)
    drafts.push(received('bot', { kind: 'text', text: `${i} ${'é'.repeat(50)}` }))
  const close = (await eventsOf([...drafts, { kind: 'closed' }], 65_536)).at(-1)
  expect(Buffer.byteLength(close?.body ?? '')).toBeLessThanOrEqual(65_536)
  const { data } = z
    .looseObject({ data: z.object({ omitted: z.int(), conversation: z.array(line) }) })
    .parse(close?.event)
  expect(data.omitted).toBeGreaterThan(0)
  expect(data.omitted + data.conversation.length).toBe(1_000)
  expect(data.conversation.at(-1)?.value).toMatch(/^999 /)
  const all = (await eventsOf([...drafts.slice(0, 50), { kind: 'closed' }])).at(-1)
  expect(all?.event).not.toHaveProperty('data.omitted')
})
