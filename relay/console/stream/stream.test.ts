import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { accounts, type Desk, type Listener, signIn } from '../../testing/desk.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

const secondMs = 1_000
const minuteMs = 60_000

let relay: RunningRelay
let clock: TestClock
let anna: Desk
const listeners: Listener[] = []

beforeEach(async () => {
  clock = testClock()
  relay = await runRelay(accounts(), { clock })
  anna = await signIn(relay, 'anna')
})
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.cut()
  await relay.close()
})

/** A stream that has begun. */
async function listens(desk: Desk, after?: number | string): Promise<Listener> {
  const listener = desk.listen(after)
  listeners.push(listener)
  await until(() => listener.status !== undefined && (listener.status !== 200 || listener.heard.length > 0))
  return listener
}

async function visitorSays(text: string): Promise<string> {
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  await visitor.send({ type: 'say', id: `client-${text}-000`, text })
  await visitor.heard(frame => frame.type === 'said')
  return conversation
}

const note = (desk: Desk, of: string, text: string) =>
  desk.ask('POST', `/conversations/${of}/note`, { text, id: `client-note-${text}` })

interface Line {
  conversation: string
  seq: number
}
const linesOf = (heard: readonly Record<string, unknown>[]): Line[] =>
  heard.flatMap(({ conversation, entries }) =>
    (entries as { seq: number }[]).map(({ seq }) => ({ conversation: String(conversation), seq }))
  )

test('[DK10] what is stored is told to who has the console open, with its place and its summary', async () => {
  const listener = await listens(anna)
  expect(listener.headers).toMatchObject({ 'content-type': expect.stringMatching(/^text\/event-stream/) })
  expect(listener.headers['cache-control']).toBe('no-store')
  const id = await visitorSays('hello')
  await until(() => linesOf(listener.of('entries')).length >= 2)
  const told = listener.of('entries')
  expect(told[0]).toMatchObject({ conversation: id, entries: [{ kind: 'opened', site: 'shop' }] })
  const summary = { id, site: 'shop', phase: 'bot', head: 2, preview: 'hello' }
  expect(told.at(-1)).toMatchObject({ conversation: id, summary })
  const places = listener.heard.filter(({ event }) => event === 'entries').map(one => Number(one.id))
  expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
})

test('[DK10] what is between the relay and a platform is told to nobody', async () => {
  const listener = await listens(anna)
  const id = await visitorSays('hello')
  await until(() => relay.platform.calls.length >= 2)
  const message = {
    id: 'their-own-id-1',
    author: { type: 'bot' },
    content: { type: 'text', text: 'Hi there' }
  }
  const payload = { conversation: { id: 'cv_1' }, message }
  await relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [{ id: 'ev_1', timestamp: 1, type: 'conversation:message', payload }]
  })
  await until(() => JSON.stringify(listener.of('entries')).includes('Hi there'))
  const log = await (await anna.ask('GET', `/conversations/${id}`)).text()
  expect(log).toContain('Hi there')
  for (const inner of ['"raw"', '"payloads"', 'their-own-id-1'])
    expect(log + JSON.stringify(listener.heard)).not.toContain(inner)
})

test('[DK10] without a place only what comes from now on is told, and where that begins', async () => {
  await visitorSays('before')
  const listener = await listens(anna)
  expect(Number(listener.id)).toBeGreaterThan(0)
  const id = await visitorSays('after')
  await until(() => linesOf(listener.of('entries')).length >= 2)
  expect(new Set(linesOf(listener.of('entries')).map(({ conversation }) => conversation))).toEqual(
    new Set([id])
  )
})

test('[DK11] who is cut off again and again while much is stored hears everything once, in order', async () => {
  const ids = await Promise.all(['one', 'two', 'three'].map(visitorSays))
  const whole = await listens(anna, 0)
  const heard: Line[] = []
  let place = '0'
  const posts = Array.from({ length: 90 }, (_, nth) => note(anna, ids[nth % 3] ?? '', `n${nth}`))
  for (let round = 0; round < 12; round += 1) {
    const listener = await listens(anna, place)
    const enough = 1 + round * 2
    await until(() => listener.of('entries').length >= enough || heard.length >= 90)
    const parts = listener.heard.splice(0)
    listener.cut()
    heard.push(...linesOf(parts.filter(({ event }) => event === 'entries').map(({ data }) => data)))
    place = parts.at(-1)?.id ?? place
    if (round === 6) await Promise.all(posts)
  }
  const answers = await Promise.all(posts)
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  const last = await listens(anna, place)
  await until(() => heard.length + linesOf(last.of('entries')).length >= 96)
  heard.push(...linesOf(last.of('entries')))
  for (const id of ids) {
    const seqs = heard.filter(({ conversation }) => conversation === id).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 32 }, (_, i) => i + 1))
  }
  await until(() => linesOf(whole.of('entries')).length >= 96)
  expect(linesOf(whole.of('entries'))).toEqual(heard)
})

test('[DK11] a place that the store has not come to is of another life of it: it goes on from now', async () => {
  const id = await visitorSays('before')
  const newest = await listens(anna)
  const listener = await listens(anna, 999_999)
  expect(listener.id).toBe(newest.id)
  await note(anna, id, 'later')
  await until(() => listener.of('entries').length > 0)
  expect(listener.of('entries')).toMatchObject([{ conversation: id, entries: [{ kind: 'note' }] }])
})

test('[DK12] typing, reading and arriving are told, and who is here at once', async () => {
  const listener = await listens(anna)
  expect(listener.of('people')).toEqual([
    { people: [{ name: 'anna', shown: 'Anna Berg', state: 'available' }] }
  ])
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  await visitor.send({ type: 'typing', state: 'start' })
  await visitor.send({ type: 'seen', seq: 1 })
  await until(() => listener.of('activity').length >= 2)
  expect(listener.of('activity')).toContainEqual({
    conversation,
    kind: 'typing',
    by: 'visitor',
    state: 'start'
  })
  expect(listener.of('activity')).toContainEqual({ conversation, kind: 'seen', seq: 1 })
})

test('[DK13] a stream breathes while nothing happens', async () => {
  const listener = await listens(anna)
  expect(listener.comments).toEqual([])
  clock.move(16 * secondMs)
  await until(() => listener.comments.length > 0)
})

test('[DK14] who signs out elsewhere is cut off within five seconds, and others are not', async () => {
  const elsewhere = await signIn(relay, 'anna')
  const [one, other] = [await listens(anna), await listens(elsewhere)]
  await anna.ask('POST', '/sign-out')
  clock.move(5 * secondMs)
  await until(() => one.ended)
  expect(one.heard.at(-1)).toMatchObject({ event: 'bye', data: { reason: 'signedOut' } })
  await visitorSays('secret')
  await until(() => linesOf(other.of('entries')).length >= 2)
  expect(JSON.stringify(one.heard)).not.toContain('secret')
  expect((await listens(anna)).status).toBe(401)
})

test('[DK14] a stream that is open is no use of a sign-in: it ends with it', async () => {
  const listener = await listens(anna)
  clock.move(29 * minuteMs)
  expect((await anna.ask('GET', '/me')).status).toBe(200)
  for (let minute = 0; minute < 29; minute += 1) {
    clock.move(minuteMs)
    // Whatever the relay looks at every now and then, it has done by then.
    await relay.api('GET', '/deeds')
  }
  expect(listener.ended).toBe(false)
  clock.move(minuteMs + 5 * secondMs)
  await until(() => listener.ended)
  expect(listener.of('bye')).toEqual([{ reason: 'signedOut' }])
})

test('[DK14] … and with its whole life, however busy its browser is', async () => {
  await relay.restart(accounts('  wholeHours: 1'))
  const listener = await listens(anna)
  for (let quarter = 0; quarter < 3; quarter += 1) {
    clock.move(15 * minuteMs)
    expect((await anna.ask('GET', '/me')).status).toBe(200)
  }
  expect(listener.ended).toBe(false)
  clock.move(15 * minuteMs + 5 * secondMs)
  await until(() => listener.ended)
  expect(listener.of('bye')).toEqual([{ reason: 'signedOut' }])
})

test('[DK14] whose account is disabled is cut off, and does not come in again', async () => {
  const listener = await listens(anna)
  await relay.restart(accounts().replace("role: agent, hash: '", "role: agent, disabled: true, hash: '"))
  expect(listener.ended).toBe(true)
  expect((await listens(anna, listener.id)).status).toBe(401)
})

test('[DK15] a relay that goes down says goodbye, and does not wait for who only listens', async () => {
  const listener = await listens(anna)
  const stopped = relay.stop()
  await until(() => listener.ended)
  expect(listener.of('bye')).toEqual([{ reason: 'closing' }])
  await stopped
})

test('[DK16] an account has ten windows at most; one that closes makes room', async () => {
  const open = []
  for (let nth = 0; nth < 10; nth += 1) open.push(await listens(anna))
  const refused = await listens(anna)
  expect(refused.status).toBe(429)
  expect((await listens(await signIn(relay, 'ben'))).status).toBe(200)
  open[0]?.cut()
  await until(async () => (await listens(anna)).status === 200)
})

test('[DK10] nobody listens who is not in, and a place is a number', async () => {
  expect((await listens({ ...anna, listen: () => anna.listen('x') })).status).toBe(400)
  expect((await fetch(`${relay.url}/api/v1/events`)).status).toBe(401)
  const cookie = { cookie: anna.cookie }
  expect((await fetch(`${relay.url}/api/v1/events?after=-1`, { headers: cookie })).status).toBe(400)
})

test('[LW6] [DK10] an erasure is told to open consoles at once, and no word goes with it', async () => {
  const id = await visitorSays('words-of-the-erased')
  const listener = await listens(anna)
  expect((await relay.api('POST', `/visitors/${id}/erase`, {})).status).toBe(200)
  await until(() => listener.of('entries').length > 0)
  expect(listener.of('entries')).toMatchObject([
    { conversation: id, entries: [{ kind: 'erased' }], summary: { id, phase: 'closed', head: 3 } }
  ])
  expect(JSON.stringify(listener.heard)).not.toContain('words-of-the-erased')
  // Who comes again from before it is told of what is left, and of nothing else.
  const again = await listens(anna, 0)
  await until(() => again.of('entries').length > 0)
  expect(again.of('entries')).toEqual(listener.of('entries'))
})
