import { afterEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../testing/clock.ts'
import { accounts, type Listener, signIn } from '../testing/desk.ts'
import { origin, type RunningRelay, runRelay, type Visitor } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

const canned = `
  canned:
    - { shortcut: hi, text: 'Hello {name}, how can I help?' }
    - { shortcut: bye, text: 'Thank you.' }
`
const offline =
  'offline: { text: Nobody is here now., fields: [{ name: mail, label: Your e-mail, kind: email }] }'
const hours = 'hours: { timeZone: UTC, week: { thu: ["00:00-00:30"] } }'
const site = (id: string, more: string) =>
  `  ${id}: { origins: ["${origin}"], bot: support, start: { restart: true }, ${more} }`
const sites = [
  site('back', 'handover: { nobody: handback }'),
  site('leave', `handover: { nobody: form, keepHours: 48 }, ${offline}`),
  site('open', `handover: { nobody: handback }, ${hours}`)
].join('\n')

let relay: RunningRelay
let clock: TestClock
const listeners: Listener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.cut()
  await relay.close()
})

async function start(): Promise<void> {
  clock = testClock()
  relay = await runRelay(accounts(canned), { clock, sites })
}

async function desk(name: string) {
  const one = await signIn(relay, name)
  return {
    ...one,
    async listen() {
      const listener = one.listen()
      listeners.push(listener)
      await until(() => listener.heard.length > 0)
      return listener
    },
    act: async (id: string, verb: string, body: unknown = {}) => {
      const answer = await one.ask('POST', `/conversations/${id}/${verb}`, body)
      return { status: answer.status, ...(await answer.json()) }
    },
    summary: async (id: string) => (await (await one.ask('GET', `/conversations/${id}`)).json()).summary
  }
}

const webhook = (event: object) =>
  relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [event]
  })

/** A visitor whose bot has asked for an agent. */
async function visitor(at = 'shop'): Promise<{ id: string; socket: Visitor }> {
  const socket = relay.socket(at)
  const { conversation } = await socket.hello({ site: at })
  await until(() => relay.platform.calls.length >= 2)
  const metadata = { summary: 'An invoice' }
  const payload = { conversation: { id: 'cv_1' }, handover: { metadata } }
  const answer = await webhook({ id: 'ev_h', timestamp: 1, type: 'conversation:handover', payload })
  expect(answer.status).toBe(200)
  return { id: conversation, socket }
}

const shownKinds = ({ frames }: Visitor) =>
  frames.flatMap(frame => (frame.type === 'entries' ? frame.entries.map(({ kind }) => kind) : []))

test('[DK6] of two agents who take one has it, and the other reads who', async () => {
  await start()
  const [anna, ben] = [await desk('anna'), await desk('ben')]
  const { id } = await visitor()
  expect(await anna.act(id, 'take')).toMatchObject({ status: 200 })
  expect(await ben.act(id, 'take')).toMatchObject({ status: 409, error: 'taken', by: 'Anna Berg' })
  expect(await ben.summary(id)).toMatchObject({ phase: 'agent', agent: { name: 'Anna Berg' } })
})

test('[DK2] why somebody waits is told to agents, and to no visitor', async () => {
  await start()
  const anna = await desk('anna')
  const { id, socket } = await visitor()
  await until(() => shownKinds(socket).includes('handover'))
  const waiting = { since: clock.now(), until: clock.now() + 300_000, metadata: { summary: 'An invoice' } }
  expect(await anna.summary(id)).toMatchObject({ phase: 'waiting', waiting })
  const list = await (await anna.ask('GET', '/conversations?phase=waiting&site=shop')).json()
  expect(list.conversations).toMatchObject([{ id, waiting }])
  expect(await (await anna.ask('GET', '/conversations?site=other')).json()).toEqual({ conversations: [] })
  expect(JSON.stringify(socket.frames)).not.toContain('An invoice')
})

test('[DK4] what agents note is in their log, and in nothing a visitor is sent', async () => {
  await start()
  const [anna, ben] = [await desk('anna'), await desk('ben')]
  const { id, socket } = await visitor()
  const listener = await ben.listen()
  const body = { text: 'pays late', id: 'client-note-1' }
  const first = await anna.act(id, 'note', body)
  expect(await anna.act(id, 'note', body)).toEqual(first)
  await until(() => listener.of('entries').length > 0)
  const told = { kind: 'note', by: 'Anna Berg', text: 'pays late' }
  expect(listener.of('entries')[0]).toMatchObject({ entries: [told] })
  await until(() => shownKinds(socket).includes('other'))
  expect(JSON.stringify([socket.frames, relay.platform.calls])).not.toContain('pays late')
  expect(await anna.act(id, 'note', { text: 'x'.repeat(4_001) })).toMatchObject({ status: 400 })
})

test('[DK7] a visitor is given to an account by its name, and its agent hears of it', async () => {
  await start()
  const [anna, ben] = [await desk('anna'), await desk('ben')]
  const { id } = await visitor()
  const listener = await ben.listen()
  await anna.act(id, 'take')
  expect(await anna.act(id, 'transfer', { to: 'nobody' })).toMatchObject({ status: 404 })
  expect(await anna.act(id, 'transfer', { to: 'toString' })).toMatchObject({ status: 404 })
  expect(await anna.act(id, 'transfer', { to: 'ben' })).toMatchObject({ status: 200 })
  await until(() => listener.of('entries').length >= 2)
  expect(listener.of('entries').at(-1)).toMatchObject({
    entries: [{ kind: 'taken', name: 'Ben Cole' }],
    summary: { agent: { name: 'Ben Cole' } }
  })
})

test('[DK18] an agent’s fingers are told to the visitor, and are no deed', async () => {
  await start()
  const [anna, olaf] = [await desk('anna'), await desk('olaf')]
  const { id, socket } = await visitor()
  await anna.act(id, 'take')
  expect(await anna.act(id, 'typing', { state: 'start' })).toMatchObject({ status: 200 })
  expect(await anna.act(id, 'typing', { state: 'run' })).toMatchObject({ status: 400 })
  await socket.heard(frame => frame.type === 'typing' && frame.by === 'agent')
  const { deeds } = await (await olaf.ask('GET', '/deeds')).json()
  expect(JSON.stringify(deeds)).not.toContain('typing')
})

test('[DK19] replies that are ready come from the configuration', async () => {
  await start()
  const anna = await desk('anna')
  expect(await (await anna.ask('GET', '/canned')).json()).toEqual({
    canned: [
      { shortcut: 'hi', text: 'Hello {name}, how can I help?' },
      { shortcut: 'bye', text: 'Thank you.' }
    ]
  })
})

test('[DK20] who is here is told when somebody comes, goes, or says that they are away', async () => {
  await start()
  const [anna, olaf] = [await desk('anna'), await desk('olaf')]
  const listener = await anna.listen()
  const other = await olaf.listen()
  const now = () => listener.of('people').at(-1)?.['people']
  const one = { name: 'anna', shown: 'Anna Berg', state: 'available' }
  const looks = { name: 'olaf', shown: 'olaf', state: 'away' }
  await until(() => JSON.stringify(now()) === JSON.stringify([one, looks]))
  expect((await anna.ask('POST', '/presence', { state: 'away' })).status).toBe(200)
  await until(() => JSON.stringify(now()) === JSON.stringify([{ ...one, state: 'away' }, looks]))
  expect((await anna.ask('POST', '/presence', { state: 'gone' })).status).toBe(400)
  expect((await relay.api('POST', '/presence', { state: 'away' })).status).toBe(403)
  other.cut()
  await until(() => {
    // Loading a page again is no departure.
    clock.move(1_000)
    return (now() as unknown[]).length === 1
  })
})

test('[DK20] what an agent said of themselves holds over a restart', async () => {
  await start()
  const anna = await desk('anna')
  await anna.ask('POST', '/presence', { state: 'away' })
  await relay.restart(accounts(canned))
  const listener = await anna.listen()
  expect(listener.of('people')).toMatchObject([{ people: [{ name: 'anna', state: 'away' }] }])
})

test('[DK21] while nobody is available a handover goes back to the bot at once, where the site wants that', async () => {
  await start()
  const { id, socket } = await visitor('back')
  await until(() => shownKinds(socket).includes('handback'))
  expect(socket.frames).toContainEqual(
    expect.objectContaining({
      entries: expect.arrayContaining([expect.objectContaining({ kind: 'handback', why: 'nobody' })])
    })
  )
  const anna = await desk('anna')
  expect(await anna.summary(id)).toMatchObject({ phase: 'bot' })
})

test.each([
  ['somebody is available', 'available', 'waiting'],
  ['everybody is away', 'away', 'bot']
])('[DK21] … and with %s', async (_, state, phase) => {
  await start()
  const anna = await desk('anna')
  await anna.listen()
  await anna.ask('POST', '/presence', { state })
  const { id } = await visitor('back')
  expect(await anna.summary(id)).toMatchObject({ phase })
})

test('[DK22] or the visitor leaves a message by the site’s form, and it waits for days', async () => {
  await start()
  const { id, socket } = await visitor('leave')
  const form = await socket.heard(
    frame => frame.type === 'entries' && frame.entries.some(({ kind }) => kind === 'message')
  )
  expect(form).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        kind: 'message',
        by: 'system',
        content: {
          kind: 'form',
          text: 'Nobody is here now.',
          fields: [{ kind: 'email', name: 'mail', label: 'Your e-mail' }]
        }
      })
    ])
  })
  await socket.send({ type: 'say', id: 'client-left-01', text: 'ada@example.com', of: 3 })
  await socket.heard(frame => frame.type === 'said')
  const anna = await desk('anna')
  const until = clock.now() + 48 * 3_600_000
  const waiting = { until, metadata: { summary: 'An invoice' } }
  const waits = { phase: 'waiting', preview: 'ada@example.com', waiting }
  expect(await anna.summary(id)).toMatchObject(waits)
  expect(await anna.act(id, 'take')).toMatchObject({ status: 200 })
})

test('[DK23] without a word of the site a handover waits, whoever is there', async () => {
  await start()
  const { id } = await visitor('shop')
  expect(await (await desk('anna')).summary(id)).toMatchObject({ phase: 'waiting' })
})

test('[DK24] outside a site’s hours nobody is there, whoever has the console open', async () => {
  await start()
  const anna = await desk('anna')
  await anna.listen()
  // The clock began 1,000 s after 1970, a Thursday: it is open until half past twelve at night.
  const first = await visitor('open')
  expect(await anna.summary(first.id)).toMatchObject({ phase: 'waiting' })
  await anna.act(first.id, 'handback')
  clock.move(1_000_000)
  const payload = { conversation: { id: 'cv_1' }, handover: { metadata: {} } }
  await webhook({ id: 'ev_i', timestamp: 2, type: 'conversation:handover', payload })
  await until(async () => (await anna.summary(first.id)).head >= 5)
  expect(await anna.summary(first.id)).toMatchObject({ phase: 'bot' })
})
