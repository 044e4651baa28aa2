import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../conversation/entry.ts'
import { createCaller } from '../../lib/call.ts'
import { quietLog } from '../../lib/log.ts'
import type { Receipt } from '../../outbox/destination.ts'
import { bodyOf, incomingOf } from '../../testing/bodies.ts'
import { type EntryCall, owed } from '../../testing/calls.ts'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { answering, type FarSide, type Seen, startFarSide } from '../../testing/far-side.ts'
import type { OpenChannel } from '../channel.ts'
import { available, type Held, ids, keys, ours, platformAnswers, visitors } from './case.contract.ts'
import { engageDigital } from './index.ts'

const now = Date.parse('2026-03-02T10:15:27.400Z')
let far: FarSide
let clock: TestClock
let logged: string[]
let counted: string[]
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  far = await startFarSide()
  clock = testClock(now)
  logged = []
  counted = []
  holds({})
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await far.close()
})

type Act = (response: ServerResponse, seen: Seen) => void
const well =
  (held: Held): Act =>
  (response, seen) => {
    const { status, body } = platformAnswers(seen, held)
    answering(status, body)(response)
  }
const holds = (held: Held) => far.answerWith(well(held))
/** As told for the calls of this kind, `METHOD /path`; the first answers first, the last for all others. */
function answers(call: string, held: Held, ...acts: readonly Act[]): void {
  const left = [...acts]
  far.answerWith((response, seen) => {
    const isIt = nameOf(seen) === call
    const act = isIt && left.length > 1 ? left.shift() : isIt && left[0]
    const chosen = act || well(held)
    chosen(response, seen)
  })
}
const nameOf = ({ method, path }: Seen) => `${method} ${path.split('?')[0]}`

function open(more: object = {}): OpenChannel {
  const caller = createCaller({ connections: 2, timeoutMs: 200 })
  const note = (facts: object, words: string) => void logged.push(`${words} ${JSON.stringify(facts)}`)
  const settings = engageDigital.settings.parse({ ...keys, apiUrl: far.url, ...more })
  stops.push(() => caller.close())
  return engageDigital.open(settings, {
    self: 'channels/care',
    caller,
    clock,
    log: { ...quietLog, error: note, warn: note },
    meter: { notShown: id => void counted.push(id) }
  })
}

const entry = (draft: Draft, more: Partial<EntryCall> = {}, at = now): EntryCall => {
  const call = owed(draft)
  return { ...call, entry: { ...call.entry, at }, address: ids.thread, ...more }
}
const saying = (text: string): Draft => ({
  kind: 'message',
  by: 'bot',
  via: 'bots/x',
  content: { kind: 'text', text },
  payloads: [],
  raw: null
})
const hello = (more: Partial<EntryCall> = {}, at = now) => entry(saying('Hello'), more, at)
const handover = entry({ kind: 'handover', metadata: {}, until: 1 })
const handback = entry({ kind: 'handback', why: 'agent', metadata: {} })
const closed = entry({ kind: 'closed' })

const calls = () => far.seen.map(nameOf)
const posts = () =>
  far.seen.filter(seen => nameOf(seen) === 'POST /contents').map(({ body }) => JSON.parse(body))
const categoriesSet = () =>
  far.seen
    .filter(({ method, path }) => method === 'PUT' && path.includes('/update_categories'))
    .map(({ path }) => new URL(path, far.url).searchParams.getAll('thread_category_ids[]'))
const hears = (
  channel: OpenChannel,
  more: Record<string, unknown> & { id?: string },
  issued_at = '2026-03-02T10:15:20.000Z'
) =>
  channel.receive(
    incomingOf(
      bodyOf({
        events: [
          {
            type: 'content.imported',
            issued_at,
            resource: { id: more.id ?? ids.content, metadata: { ...visitors(), private: true, ...more } }
          }
        ]
      })
    )
  )

test('[G6] a reply goes to the last that the visitor has said, as private as that, and is automatic', async () => {
  const channel = open()
  hears(channel, { private: false, capabilities_supported: [] })
  expect(await channel.send(hello())).toEqual({ kind: 'taken' })
  expect(posts()).toEqual([
    { in_reply_to_id: ids.content, body: 'Hello', private: false, auto_submitted: true }
  ])
  expect(calls()).toEqual(['POST /contents'])
})

test('[G6] what was said to agents since counts, though the bot was not to hear it', async () => {
  const channel = open()
  hears(channel, {})
  const later = { id: '7a00000000000000000000c2', category_ids: [ids.agentCategory] }
  channel.receive(
    incomingOf(
      bodyOf({
        events: [
          {
            type: 'content.imported',
            issued_at: '2026-03-02T10:15:21.000Z',
            resource: { id: later.id, metadata: { ...visitors(), ...later } }
          }
        ]
      })
    )
  )
  await channel.send(hello())
  expect(posts()).toMatchObject([{ in_reply_to_id: later.id }])
})

test('[G7] after a restart the thread says what the visitor said last, and what its source can show', async () => {
  holds({
    contents: [
      ours({ body: 'Hi' }),
      visitors({ capabilities_supported: ['select'] }),
      visitors({ id: 'content-0' })
    ]
  })
  const ask: Draft = {
    kind: 'message',
    by: 'bot',
    via: 'bots/x',
    content: { kind: 'text', text: 'Which?', actions: [{ kind: 'reply', label: 'Yes' }] },
    payloads: [null],
    raw: null
  }
  expect(await open().send(entry(ask))).toEqual({ kind: 'taken' })
  expect(posts()).toMatchObject([
    { in_reply_to_id: ids.content, private: true, structured_content: { type: 'select' } }
  ])
  expect(searched()).toEqual([`thread:"${ids.thread}" order:created_at.desc`])
})

test('[G7] a thread where no visitor has said anything gets no reply', async () => {
  holds({ contents: [ours()] })
  expect(await open().send(hello())).toMatchObject({ kind: 'refused' })
  expect(posts()).toEqual([])
})

test('[G10] a reply that was tried before and is there is not made again', async () => {
  holds({ contents: [ours({ body: ' Hello\n', created_at: '2026-03-02T10:15:27Z' }), visitors()] })
  expect(await open().send(hello({ attempts: 1 }))).toEqual({ kind: 'taken' })
  expect(posts()).toEqual([])
})

test('[G10] a reply that is older than the process may have been made before a crash', async () => {
  holds({ contents: [ours({ created_at: '2026-03-02T10:15:26Z' }), visitors()] })
  expect(await open().send(hello({}, now - 1_000))).toEqual({ kind: 'taken' })
  expect(posts()).toEqual([])
})

test.each([
  ['is not there', []],
  ['says something else', [ours({ body: 'Hello!', created_at: '2026-03-02T10:15:28Z' })]],
  ['was said before it was owed', [ours({ created_at: '2026-03-02T10:15:20Z' })]],
  ['was said by an agent', [ours({ creator_id: ids.agent, created_at: '2026-03-02T10:15:28Z' })]],
  ['was said by the visitor', [visitors({ body: 'Hello', created_at: '2026-03-02T10:15:28Z' })]]
])('[G10] a reply that %s is made', async (_, contents) => {
  holds({ contents: [...contents, visitors()] })
  expect(await open().send(hello({ attempts: 2 }))).toEqual({ kind: 'taken' })
  expect(await open({ botUserId: undefined }).send(hello({ attempts: 2 }))).toEqual({ kind: 'taken' })
  expect(posts()).toHaveLength(2)
})

test('[G10] what the visitor has said is no reply of ours, even while it is not known who we are', async () => {
  const contents = [visitors({ body: 'Hello', created_at: '2026-03-02T10:15:28Z' })]
  answers('GET /users/me', { contents }, answering(500, '{}'))
  expect(await open({ botUserId: undefined }).send(hello({ attempts: 1 }))).toEqual({ kind: 'taken' })
  expect(posts()).toHaveLength(1)
})

test('[G10] the same words said twice are two replies, whatever became of the first', async () => {
  const channel = open()
  const first = ours({ id: '7a00000000000000000000ca', created_at: '2026-03-02T10:15:27Z' })
  await channel.send(hello())
  holds({ contents: [first, visitors()] })
  await channel.send(hello({ attempts: 1 }))
  expect(posts()).toHaveLength(2)
})

test('[G11] an intervention is opened once before the first reply when it is to be closed', async () => {
  const channel = open({ whenClosed: 'intervention' })
  await channel.send(hello())
  await channel.send(hello())
  expect(calls()).toEqual([
    'GET /contents',
    'GET /users/me',
    'POST /interventions',
    'POST /contents',
    'GET /contents',
    'POST /contents'
  ])
  expect(far.seen[2]?.path).toContain(`content_id=${ids.content}`)
})

test('[G11] one that is open there is no fault, and none is opened where there is one', async () => {
  answers('POST /interventions', {}, answering(422, '{"error":"validation_error"}'))
  expect(await open({ whenClosed: 'both' }).send(hello())).toEqual({ kind: 'taken' })
  holds({ contents: [visitors({ intervention_id: ids.intervention })] })
  expect(await open({ whenClosed: 'both' }).send(hello())).toEqual({ kind: 'taken' })
  expect(calls().filter(call => call === 'POST /interventions')).toHaveLength(1)
})

test('[G11] a platform that wants one gets one, and the reply once more', async () => {
  const wants = JSON.stringify({
    error: 'validation_error',
    message: 'Content is not under an open intervention'
  })
  answers('POST /contents', {}, answering(422, wants), well({}))
  expect(await open().send(hello())).toEqual({ kind: 'taken' })
  expect(calls().slice(1)).toEqual([
    'POST /contents',
    'GET /users/me',
    'POST /interventions',
    'POST /contents'
  ])
  answers('POST /contents', {}, answering(422, wants))
  expect(await open().send(hello())).toMatchObject({ kind: 'refused' })
})

const taken = { kind: 'taken', inputs: [{ kind: 'take', name: 'Agent', on: 'channels/care' }] }
const kept = {
  kind: 'taken',
  inputs: [{ kind: 'handback', metadata: {}, why: 'nobody', on: 'channels/care' }]
}

test('[G12] a transfer asks for an agent of the source, and keeps the categories of others', async () => {
  expect(await open().send(handover)).toEqual(taken)
  expect(categoriesSet()).toEqual([[ids.otherCategory, ids.agentCategory]])
  const status = far.seen.find(seen => nameOf(seen) === 'GET /status')
  const query = new URL(status?.path ?? '', far.url).searchParams
  expect([query.getAll('category_ids[]'), query.getAll('source_ids[]')]).toEqual([
    [ids.agentCategory],
    [ids.source]
  ])
})

test.each<[string, Held]>([
  ['nobody is connected', { statuses: [] }],
  ['the agent is not connected', { statuses: [{ channels: [{ ...available, status: null }] }] }],
  ['the agent is away', { statuses: [{ channels: [{ ...available, status: 'away' }] }] }],
  ['the agent is full', { statuses: [{ channels: [{ ...available, busyness: 'full' }] }] }],
  ['the agent is there for another source', { groups: [{ id: ids.group, source_ids: [ids.thread] }] }]
])('[G13] when %s the visitor keeps the bot', async (_, held) => {
  holds(held)
  expect(await open().send(handover)).toEqual(kept)
  expect(categoriesSet()).toEqual([])
})

test('[G12] what is transferred already is not transferred again', async () => {
  holds({ thread: { thread_category_ids: [ids.agentCategory] }, statuses: [] })
  expect(await open().send(handover)).toEqual(taken)
  expect(categoriesSet()).toEqual([])
})

test('[G13] a transfer that is refused leaves the visitor with the bot, and operators are told', async () => {
  answers(`PUT /content_threads/${ids.thread}/update_categories`, {}, answering(403, '{"error":"forbidden"}'))
  expect(await open().send(handover)).toEqual(kept)
  expect(logged.join()).toContain('403')
})

test('[G13] categories that are not understood are not replaced', async () => {
  holds({ thread: { thread_category_ids: null } })
  expect(await open().send(handover)).toMatchObject({ kind: 'later' })
  expect(categoriesSet()).toEqual([])
})

test('[G14] who may not see agents transfers all the same, and who need not look does not', async () => {
  answers('GET /status', {}, answering(403, '{}'))
  expect(await open().send(handover)).toEqual(taken)
  const asked = far.seen.length
  expect(await open({ checkAgents: false }).send(handover)).toEqual(taken)
  expect(calls().slice(asked)).not.toContain('GET /status')
  answers('GET /channels', {}, answering(403, '{}'))
  expect(await open().send(handover)).toEqual(taken)
})

test('[G15] a handback puts the thread into the bot’s category again, unless it is there', async () => {
  holds({ thread: { thread_category_ids: [ids.agentCategory, ids.otherCategory] } })
  expect(await open().send(handback)).toEqual({ kind: 'taken' })
  expect(categoriesSet()).toEqual([[ids.otherCategory, ids.botCategory]])
  holds({})
  expect(await open().send(handback)).toEqual({ kind: 'taken' })
  expect(categoriesSet()).toHaveLength(1)
})

const open1 = { id: ids.intervention, user_id: ids.bot, closed: false, closed_at: null }

test.each([
  ['nothing', []],
  ['intervention', ['GET /users/me', 'GET /interventions', `PUT /interventions/${ids.intervention}/close`]],
  ['thread', [`GET /content_threads/${ids.thread}`, `PUT /content_threads/${ids.thread}/close`]]
])('[G16] with the conversation is closed: %s', async (whenClosed, expected) => {
  expect(await open({ whenClosed }).send(closed)).toEqual({ kind: 'taken' })
  expect(calls()).toEqual(expected)
})

test('[G16] what is closed, or an agent’s, is let be; what was never answered is cancelled', async () => {
  holds({
    thread: { closed: true },
    interventions: [
      { ...open1, closed: true },
      { ...open1, closed_at: '2026-03-02T10:00:00Z' },
      { ...open1, user_id: ids.agent }
    ]
  })
  expect(await open({ whenClosed: 'both' }).send(closed)).toEqual({ kind: 'taken' })
  expect(calls().filter(call => !call.startsWith('GET'))).toEqual([])
  answers(`PUT /interventions/${ids.intervention}/close`, {}, answering(403, '{}'))
  expect(await open({ whenClosed: 'intervention' }).send(closed)).toEqual({ kind: 'taken' })
  expect(calls().at(-1)).toBe(`DELETE /interventions/${ids.intervention}/cancel`)
})

test('[G17] a 429 without a time is tried after two seconds', async () => {
  far.answerWith(answering(429, '{"error":"rate_limit_exceeded"}'))
  const receipt = await open().send(hello())
  expect(receipt).toMatchObject({
    kind: 'later',
    afterMs: 2_000,
    reason: expect.stringContaining('rate_limit')
  })
})

test.each<[string, EntryCall, string]>([
  ['of categories', handover, `PUT /content_threads/${ids.thread}/update_categories`],
  ['of an intervention', closed, `PUT /interventions/${ids.intervention}/close`]
])(
  '[G18] a change %s that is under way is tried later, and so is one whose fate is unknown',
  async (_, call, name) => {
    answers(name, {}, answering(409, '{}'))
    expect(await open({ whenClosed: 'both' }).send(call)).toMatchObject({ kind: 'later' })
    answers(name, {}, response => response.socket?.resetAndDestroy())
    expect(await open({ whenClosed: 'both' }).send(call)).toMatchObject({ kind: 'later' })
  }
)

const look = (channel: OpenChannel) => channel.catchUp?.look() ?? []
const searched = () =>
  far.seen.flatMap(seen =>
    nameOf(seen) === 'GET /contents' ? new URL(seen.path, far.url).searchParams.get('q') : []
  )

test('[G19] what webhooks lost is found under the ids that they would have had, the oldest first', async () => {
  const fresh = visitors({ created_at: '2026-03-02T10:15:00Z', body: 'late' })
  const before = visitors({
    id: '7a00000000000000000000c0',
    created_at: '2026-03-02T10:14:00Z',
    body: 'early'
  })
  holds({ contents: [fresh, before] })
  const channel = open({ lookFor: ['new'] })
  const found = await look(channel)
  expect(found.map(({ input, address }) => [address, 'text' in input && input.text])).toEqual([
    [ids.thread, 'early'],
    [ids.thread, 'late']
  ])
  const told = hears(channel, { body: 'late' })
  expect(told.ok && told.heard.map(({ input }) => 'id' in input && input.id)).toEqual([
    found[1] && 'id' in found[1].input && found[1].input.id
  ])
})

test('[G6] [G19] what a look finds is the last, though its time has whole seconds and the webhook before had not', async () => {
  const later = '7a00000000000000000000c2'
  holds({ contents: [visitors({ id: later, created_at: '2026-03-02T10:15:20Z', body: 'late' })] })
  const channel = open({ lookFor: ['new'] })
  hears(channel, {}, '2026-03-02T10:15:20.300Z')
  await look(channel)
  await channel.send(hello())
  expect(posts()).toMatchObject([{ in_reply_to_id: later }])
})

test('[G6] [G19] what is said after a look is the last, in the same second too', async () => {
  const later = '7a00000000000000000000c2'
  holds({ contents: [visitors({ created_at: '2026-03-02T10:15:27Z' })] })
  const channel = open({ lookFor: ['new'] })
  await look(channel)
  const event = { type: 'content.imported', issued_at: '2026-03-02T10:15:27.450Z' }
  const said = { id: later, metadata: { ...visitors(), private: true } }
  channel.receive(incomingOf(bodyOf({ events: [{ ...event, resource: said }] })))
  await channel.send(hello())
  expect(posts()).toMatchObject([{ in_reply_to_id: later }])
})

test('[G6] [G19] what a look finds once more does not make it the last', async () => {
  const later = '7a00000000000000000000c2'
  const first = visitors({ created_at: '2026-03-02T10:15:20Z' })
  const last = { ...first, id: later }
  const finds = (...contents: object[]) => well({ contents })
  answers('GET /contents', {}, finds(last), finds(first), finds(last, first))
  const channel = open({ lookFor: ['new', 'replied'] })
  hears(channel, {}, '2026-03-02T10:15:20.300Z')
  hears(channel, { id: later }, '2026-03-02T10:15:20.600Z')
  await look(channel)
  await channel.send(hello())
  expect(posts()).toMatchObject([{ in_reply_to_id: later }])
})

test('[G19] a look asks for each source and status, and heeds the same gates and the time', async () => {
  holds({
    contents: [
      visitors({ created_at: '2026-03-02T10:15:00Z', category_ids: [ids.agentCategory] }),
      ours({ created_at: '2026-03-02T10:15:00Z' }),
      visitors({ created_at: '2026-03-02T10:15:00Z', author_id: '7a00000000000000000000a9' }),
      visitors({ created_at: '2026-03-02T04:15:00Z' })
    ]
  })
  expect(await look(open({ sources: [ids.source], lookFor: ['new', 'assigned'] }))).toEqual([])
  expect(searched()).toEqual([
    `source:"${ids.source}" status_in:"new" order:created_at.desc`,
    `source:"${ids.source}" status_in:"assigned" order:created_at.desc`
  ])
})

test('[G19] a look goes through the pages as far back as told', async () => {
  const page = (from: number) =>
    Array.from({ length: 150 }, (_, i) =>
      visitors({ id: `content-${from + i}`, created_at: new Date(now - (from + i) * 100_000).toISOString() })
    )
  far.answerWith((response, seen) => {
    const from = Number(new URL(seen.path, far.url).searchParams.get('offset'))
    well({ contents: page(from) })(response, seen)
  })
  const found = await look(open({ lookFor: ['new'], lookBackHours: 5 }))
  expect(found).toHaveLength(181)
  expect(searched()).toHaveLength(2)
})

test('[G19] a look that fails says so', async () => {
  far.answerWith(answering(500, '{}'))
  await expect(look(open())).rejects.toThrow('500')
})

test('[G20] a reply that waits for a person’s approval is told to operators and counted', async () => {
  const waits = JSON.stringify(ours({ id: '7a00000000000000000000ca', approval_required: true }))
  answers('POST /contents', {}, answering(200, waits))
  expect(await open().send(hello())).toEqual({ kind: 'taken' })
  expect(counted).toEqual(['channels/care'])
  expect(logged.join()).not.toContain('Hello')
})

test('[G21] a closed thread wants no more replies', async () => {
  const message = "Can't reply to closed thread"
  answers(
    'POST /contents',
    {},
    answering(403, JSON.stringify({ error: 'cant_reply_to_closed_thread', message }))
  )
  expect(await open().send(hello())).toMatchObject({ kind: 'gone' })
})

test('[G21] what is no known word of the platform is not repeated', async () => {
  answers('POST /contents', {}, answering(422, JSON.stringify({ error: 'hello_token', message: 'Hello' })))
  const receipt: Receipt = await open().send(hello())
  expect(receipt).toEqual({ kind: 'refused', reason: 'reply: Engage Digital answered 422' })
})
