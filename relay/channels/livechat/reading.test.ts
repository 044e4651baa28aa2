import { afterEach, expect, test } from 'vitest'
import { actionsOf } from '#shared/actions.ts'
import type { Content } from '#shared/content.ts'
import { createHear } from '../../conversation/hear.ts'
import type { Heard } from '../../conversation/heard.ts'
import { readJson } from '../../lib/json.ts'
import { quietLog } from '../../lib/log.ts'
import { createWorld as createCore } from '../../testing/world.ts'
import { draftsOf } from './content.ts'
import { filledForm } from './forms.ts'
import { statusAt } from './hours.ts'
import { livechat } from './index.ts'
import { parts } from './parts.ts'
import {
  address,
  ann,
  begun,
  chatWith,
  createWorld,
  eventAt,
  hookOf,
  ids,
  inThread,
  keys,
  ourBot,
  visitor,
  type World
} from './world.contract.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

/** What the channel hears in a webhook. */
function heard(action: string, payload: object, present?: readonly string[]): readonly Heard[] {
  const reading = world?.channel.receive(hookOf(action, payload, present))
  return reading?.ok ? reading.heard : []
}
const hookSays = (event: object) => heard('incoming_event', inThread({ event }))

test('[Y1] a webhook proves itself by the secret key in its body, and names our organization', async () => {
  world = await createWorld()
  const known = hookOf('chat_deactivated', inThread())
  expect(world.channel.verify(known)).toEqual({ ok: true })
  const forged = JSON.parse(known.raw.toString('utf8'))
  const told = { ...known, json: () => ({ ...forged, secret_key: 'guessed' }) }
  expect(world.channel.verify(told)).toEqual({ ok: false, status: 401, reason: 'another secret key' })
  const theirs = { ...known, json: () => ({ ...forged, organization_id: 'theirs' }) }
  expect(world.channel.verify(theirs)).toMatchObject({ ok: false, status: 404 })
})

test('[Y2] the first words inside a new chat are the same as when they come by themselves', async () => {
  world = await createWorld()
  const event = eventAt(1)
  const [begun, ...more] = heard('incoming_chat', { chat: chatWith({ events: [event] }) })
  const { named, ...said } = begun ?? {}
  expect([said, ...more]).toEqual(hookSays(event))
  expect(named).toEqual({ name: 'Lee' })
})

test('[Y34] who begins is known by name, and by an e-mail address only when LiveChat has verified it', async () => {
  world = await createWorld()
  const named = (more: object) => {
    const chat = chatWith({ events: [eventAt(1)] }, [ourBot, { ...visitor, name: undefined, ...more }])
    return heard('incoming_chat', { chat })[0]?.named
  }
  const email = 'lee@example.net'
  expect(named({ name: 'Lee', email, email_verified: true })).toEqual({ name: 'Lee', email })
  expect(named({ name: 'Lee', email, email_verified: false })).toEqual({ name: 'Lee' })
  expect(named({ name: 7, email })).toBeUndefined()
  expect(named({ name: 'x'.repeat(999) })?.name).toHaveLength(200)
})

test('[Y3] each thread is a conversation; what comes after its end opens none, a new thread opens the next', async () => {
  world = await createWorld()
  const core = createCore({ channel: 'shop' })
  const hear = createHear({ accept: core.accept, clock: core.clock, log: quietLog })
  const hand = async ([one]: readonly Heard[]) => one && (await hear('shop', one))
  try {
    const first = await hand(hookSays(eventAt(1)))
    expect(first).toMatchObject({ kind: 'taken' })
    expect(await hand(heard('chat_deactivated', inThread()))).toMatchObject({ kind: 'taken' })
    expect(await hand(hookSays(eventAt(2)))).toEqual({ kind: 'refused', refusal: 'closed' })
    const next = { chat_id: ids.chat, thread_id: 'RM2CD4EF8I', event: eventAt(3) }
    const second = await hand(heard('incoming_event', next))
    expect(second).toMatchObject({ kind: 'taken' })
    expect(second).not.toHaveProperty('conversation', first && 'conversation' in first && first.conversation)
  } finally {
    await core.close()
  }
})

test('[Y4] where the bot is not the one who answers, nothing is opened', async () => {
  world = await createWorld()
  const event = eventAt(1)
  const chat = (users: object[]) => heard('incoming_chat', { chat: chatWith({ events: [event] }, users) })
  expect(chat([visitor])).toEqual([])
  expect(chat([visitor, { ...ourBot, present: false }])).toEqual([])
  expect(chat([visitor, { ...ourBot, visibility: 'agents' }])).toEqual([])
  expect(chat([visitor, ourBot, ann])).toEqual([])
  expect(chat([visitor, ourBot])).toHaveLength(1)
  const alone = heard('incoming_event', inThread({ event }), [ids.visitor, ann.id])
  expect(alone).toEqual([])
  const watching = heard('incoming_event', inThread({ event }), [ids.visitor, ids.bot, ann.id])
  expect(watching).toMatchObject([{ address }])
  expect(watching[0]).not.toHaveProperty('opens')
})

test('[Y5] a bot that takes no chats hears its webhooks and does not act', async () => {
  world = await createWorld()
  const status = (agent_id: string, word: string) =>
    world?.hook('routing_status_set', { agent_id, status: word })
  status('another', 'not accepting chats')
  expect(hookSays(eventAt(1))).toHaveLength(1)
  status(ids.bot, 'not accepting chats')
  expect(hookSays(eventAt(1))).toEqual([])
  expect(heard('incoming_chat', { chat: chatWith({ events: [eventAt(1)] }) })).toEqual([])
  expect(heard('chat_deactivated', inThread())).toHaveLength(1)
  status(ids.bot, 'accepting_chats')
  expect(hookSays(eventAt(1))).toHaveLength(1)
})

test('[Y6] a click is heard once of its two forms, and is ours only in the thread it was made for', async () => {
  world = await createWorld()
  const postback = { id: '4.1', thread_id: ids.thread, event_id: 'x' }
  expect(
    heard('incoming_rich_message_postback', inThread({ user_id: ids.visitor, event_id: 'x', postback }))
  ).toEqual([])
  expect(hookSays(eventAt(1, { postback }))[0]?.input).toMatchObject({ kind: 'postback', of: 4, action: 1 })
  expect(hookSays(eventAt(1, { postback }))[0]?.otherwise).toMatchObject({ kind: 'said', text: 'words 1' })
  for (const foreign of [{ thread_id: 'RM2CD4EF5A' }, { id: '0.1' }, { id: 'track' }, { id: '4' }])
    expect(hookSays(eventAt(1, { postback: { ...postback, ...foreign } }))[0]?.input.kind).toBe('said')
})

test('[Y7] forms are heard as words and files as links', async () => {
  world = await createWorld()
  const fields = [
    { label: 'Name', answer: 'Lee' },
    { answers: ['a', { label: 'b' }] },
    { label: 'Empty', answer: '' }
  ]
  expect(hookSays(eventAt(1, { type: 'filled_form', fields }))[0]?.input).toMatchObject({
    text: 'Name: Lee\na, b'
  })
  const file = { type: 'file', name: 'a.png', url: 'https://cdn.example/a.png' }
  expect(hookSays(eventAt(1, file))[0]?.input).toMatchObject({ text: 'a.png\nhttps://cdn.example/a.png' })
})

test('[N28] a number of any length is no answer of a form, where another stands beside it', () => {
  for (const digits of ['42', '12345678901234567890'])
    expect(filledForm([readJson(`{"label":"Phone","answer":${digits},"value":"x"}`)])).toBe('Phone: x')
})

test.each([
  ['the bot’s own', { author_id: ids.bot }],
  ['another bot’s', { author_id: 'c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0' }],
  ['nobody’s', { author_id: undefined }],
  ['agents’ among themselves', { author_id: ann.id, visibility: 'agents' }]
])('[Y8] words that are %s are not heard', async (_, author) => {
  world = await createWorld()
  expect(hookSays(eventAt(1, author))).toEqual([])
})

test('[Y9] an agent whom the visitor sees has the visitor; the bot, when an agent gives it the chat', async () => {
  world = await createWorld()
  const takes = (user: object) => heard('user_added_to_chat', inThread({ user })).map(({ input }) => input)
  expect(takes(ann)).toEqual([{ kind: 'take', name: 'Ann', on: 'channels/care' }])
  expect(takes({ ...ann, name: '' })).toEqual([{ kind: 'take', name: 'Agent', on: 'channels/care' }])
  expect(takes({ ...ann, visibility: 'agents' })).toEqual([])
  expect(takes(ourBot)).toEqual([])
  const given = (more: object) =>
    heard('chat_transferred', inThread({ transferred_to: { agent_ids: [ids.bot] }, ...more }))
  expect(given({ requester_id: ann.id })).toMatchObject([
    { input: { kind: 'handback', on: 'channels/care' } }
  ])
  expect(given({ requester_id: ids.bot })).toEqual([])
  expect(given({})).toEqual([])
})

test('[Y8] the bot knows itself, whatever its id looks like', async () => {
  world = await createWorld({ botId: 'bot-of-ours' })
  expect(hookSays(eventAt(1, { author_id: 'bot-of-ours' }))).toEqual([])
})

const reply = (label: string) => ({ kind: 'reply', label }) as const
const buttonsIn = (content: Content) =>
  draftsOf(content, 7).flatMap(draft =>
    draft.type === 'message' ? [] : draft.elements.flatMap(({ buttons = [] }) => buttons)
  )

test('[Y10] quick replies, cards and carousels are rich messages within their limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => reply(`Choice ${i}`))
  const text = (count: number) => draftsOf({ kind: 'text', text: 'Which?', actions: many(count) }, 7)
  expect(text(13)).toMatchObject([{ template_id: 'quick_replies', elements: [{ title: 'Which?' }] }])
  expect(text(14)).toMatchObject([
    { template_id: 'cards', elements: [{ title: 'Which?' }, { title: 'Which?' }] }
  ])
  const cards = Array.from({ length: 12 }, (_, i) => ({ title: `Card ${i}`, actions: many(1) }))
  const rows = draftsOf({ kind: 'carousel', cards }, 7)
  expect(rows.map(row => ('elements' in row ? row.elements.length : 0))).toEqual([10, 2])
})

test('[Y10] a button names the entry and the place of its action', () => {
  const link = { kind: 'link', label: 'Call', url: 'tel:+481234' } as const
  const cards = [{ title: 'One', actions: [reply('a'), { kind: 'inert', label: 'b' } as const] }]
  const content: Content = { kind: 'carousel', cards, actions: [link, reply('c')] }
  const expected = ['7.0', '7.2', '7.3']
  expect(buttonsIn(content).map(({ postback_id }) => postback_id)).toEqual(expected)
  expect(actionsOf(content)).toHaveLength(4)
  expect(buttonsIn(content)[1]).toEqual({
    type: 'phone',
    text: 'Call',
    value: '+481234',
    postback_id: '7.2',
    user_ids: []
  })
})

test('[Y11] a long text is sent in parts of at most 16 KB, and no character of it is broken', () => {
  for (const letter of ['a', 'ż', '€', '🌍', '\uFFFD', '\uD800']) {
    const pieces = parts(letter.repeat(20_000), 16_384)
    expect(pieces.every(piece => Buffer.byteLength(piece) <= 16_384)).toBe(true)
    expect(pieces.join('')).toBe(letter.repeat(20_000))
  }
  expect(parts('one two three', 9)).toEqual(['one two', 'three'])
})

const weekdays = { mon: ['09:00-12:00', '13:00-17:30'], sun: ['20:00-24:00'] }
const warsaw = livechat.settings.parse({ ...keys, hours: { timezone: 'Europe/Warsaw', ...weekdays } }).hours

test.each([
  ['2024-06-03T06:59:59Z', 'not_accepting_chats'],
  ['2024-06-03T07:00:00Z', 'accepting_chats'],
  ['2024-06-03T10:00:00Z', 'not_accepting_chats'],
  ['2024-06-03T15:29:59Z', 'accepting_chats'],
  ['2024-06-03T15:30:00Z', 'not_accepting_chats'],
  ['2024-06-02T21:59:00Z', 'accepting_chats'],
  ['2024-12-02T07:59:00Z', 'not_accepting_chats']
])('[Y25] at %s the bot is %s', (time, status) => {
  expect(statusAt(warsaw, Date.parse(time))).toBe(status)
  expect(statusAt(undefined, Date.parse(time))).toBe('accepting_chats')
})

test('[Y25] the routing status is set at the start and when its hours change, and until it holds', async () => {
  world = await createWorld({ hours: { timezone: 'UTC', mon: ['09:00-10:00'] } })
  const set = () => world?.asked('set_routing_status').map(({ body }) => body)
  world.answers('set_routing_status', 'internal', {})
  await world.channel.catchUp?.look()
  expect(set()).toEqual([{ status: 'accepting_chats', agent_id: ids.bot }])
  await world.channel.catchUp?.look()
  await world.channel.catchUp?.look()
  expect(set()).toHaveLength(2)
  expect(begun).toBe(world.clock.now())
  world.clock.move(3_600_000)
  await world.channel.catchUp?.look()
  expect(set()?.at(-1)).toEqual({ status: 'not_accepting_chats', agent_id: ids.bot })
  expect(hookSays(eventAt(1))).toEqual([])
})

test.each([
  ['secretKey', { secretKey: 'short' }],
  ['webhookSecret', { webhookSecret: 'short' }],
  ['version', { version: '3.7' }],
  ['apiUrl', { apiUrl: 'ftp://livechat.example' }],
  ['accessToken', { accessToken: 'two words' }],
  ['refreshToken', { refreshToken: 'alone' }],
  ['hours.timezone', { hours: { timezone: 'Mars/Olympus' } }],
  ['hours.mon.0', { hours: { timezone: 'UTC', mon: ['17:00-09:00'] } }],
  ['rules.idle.minutes', { rules: { idle: { minutes: 0, text: 'x' } } }],
  ['', { unknown: 1 }]
])('[Y33] a setting that could not work is refused by its key: %s', (key, more) => {
  const read = livechat.settings.safeParse({ ...keys, ...more })
  expect(read.error?.issues[0]?.path.join('.')).toBe(key)
})
