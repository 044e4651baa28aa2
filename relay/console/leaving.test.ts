import { afterEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../testing/clock.ts'
import { accounts, type Desk, type Listener, signIn } from '../testing/desk.ts'
import { origin, type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

const sites = `  back: { origins: ["${origin}"], bot: support, start: { restart: true }, handover: { nobody: handback } }`
const disabled = accounts().replace(/( name: anna,.*) \}/, '$1, disabled: true }')

let relay: RunningRelay
let clock: TestClock
let talks: number
const listeners: Listener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.cut()
  await relay.close()
})

/** Two agents who have the console open. */
async function start(): Promise<{ anna: Desk; ben: Desk }> {
  clock = testClock()
  talks = 0
  relay = await runRelay(accounts(), { clock, sites })
  const [anna, ben] = [await signIn(relay, 'anna'), await signIn(relay, 'ben')]
  for (const desk of [anna, ben]) await opens(desk)
  return { anna, ben }
}

async function opens(desk: Desk): Promise<void> {
  const listener = desk.listen()
  listeners.push(listener)
  await until(() => listener.of('people').length > 0)
}

/** A visitor whose bot has asked for an agent. */
async function visitor(site = 'shop'): Promise<string> {
  talks += 1
  const { conversation } = await relay.socket(site).hello({ site })
  await until(() => relay.platform.calls.length >= 2 * talks)
  const payload = { conversation: { id: `cv_${talks}` }, handover: { metadata: {} } }
  const answer = await relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [{ id: `ev_${talks}`, timestamp: 1, type: 'conversation:handover', payload }]
  })
  expect(answer.status).toBe(200)
  return conversation
}

const take = async (desk: Desk, id: string) =>
  (await desk.ask('POST', `/conversations/${id}/take`, {})).status
const told = async (id: string) => (await relay.api('GET', `/conversations/${id}`)).json()
const phase = async (id: string) => (await told(id)).summary.phase

async function takenBy(desk: Desk, site?: string): Promise<string> {
  const id = await visitor(site)
  expect(await take(desk, id)).toBe(200)
  return id
}

test('[A44] whom an agent had who is disabled waits for another, who reads why and takes them', async () => {
  const { anna, ben } = await start()
  const id = await takenBy(anna)
  await relay.reload(disabled)
  await until(async () => (await phase(id)) === 'waiting')
  const { summary, entries } = await told(id)
  const metadata = { reason: 'Anna Berg is not here any more.' }
  const waiting = { since: clock.now(), until: clock.now() + 300_000, metadata }
  expect(summary).toMatchObject({ phase: 'waiting', waiting })
  expect(entries.at(-1)).toMatchObject({ kind: 'handover' })
  expect(await take(ben, id)).toBe(200)
  clock.move(60_000)
  expect((await told(id)).summary).toMatchObject({ phase: 'agent', agent: { name: 'Ben Cole' } })
})

test('[A44] … by the site’s rule: while nobody else is there they are the bot’s again, who is told', async () => {
  const { anna, ben } = await start()
  const id = await takenBy(anna, 'back')
  await ben.ask('POST', '/presence', { state: 'away' })
  const calls = relay.platform.calls.length
  await relay.reload(disabled)
  await until(async () => (await phase(id)) === 'bot')
  expect((await told(id)).entries.slice(-2)).toMatchObject([
    { kind: 'handover' },
    { kind: 'handback', why: 'nobody' }
  ])
  await until(() => relay.platform.calls.length > calls)
  expect(relay.platform.calls.at(-1)?.path).toMatch(/handback$/)
})

test('[A44] … also whom they took in the moment when they were sent away', async () => {
  await start()
  await relay.reload(disabled)
  const id = await visitor()
  await relay.api('POST', `/conversations/${id}/take`, { name: 'Anna Berg' })
  await until(async () => {
    clock.move(1_000)
    return (await phase(id)) === 'waiting'
  })
})

test('[A44] … and while the relay was stopped, once the others have had time to come back', async () => {
  const { anna, ben } = await start()
  const [id, other] = [await takenBy(anna, 'back'), await takenBy(ben)]
  await relay.restart(disabled)
  await opens(ben)
  clock.move(14_000)
  expect(await phase(id)).toBe('agent')
  clock.move(1_000)
  await until(async () => (await phase(id)) === 'waiting')
  expect(await phase(other)).toBe('agent')
})

test('[A44] whoever is shown by another name now takes their visitors anew; the others stay where they are', async () => {
  const { anna, ben } = await start()
  const [id, other] = [await takenBy(anna), await takenBy(ben)]
  await relay.reload(accounts().replace('Anna Berg', 'Anna Lind'))
  await until(async () => (await phase(id)) === 'waiting')
  expect(await take(await signIn(relay, 'anna'), id)).toBe(200)
  expect((await told(id)).summary.agent).toEqual({ name: 'Anna Lind' })
  expect(await phase(other)).toBe('agent')
})

test('[A44] whoever has another role keeps their visitors', async () => {
  const { anna } = await start()
  const id = await takenBy(anna)
  await relay.reload(accounts().replace('role: agent', 'role: operator'))
  clock.move(60_000)
  expect(await phase(id)).toBe('agent')
})

test('[A44] who is gone is nobody to be given a visitor, from that moment on', async () => {
  const { ben } = await start()
  await ben.ask('POST', '/presence', { state: 'away' })
  const id = await takenBy(ben)
  await relay.reload(disabled)
  expect((await ben.ask('POST', `/conversations/${id}/transfer`, { to: 'anna' })).status).toBe(404)
  const next = await visitor('back')
  expect(await phase(next)).toBe('bot')
})
