import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
let clock: TestClock
beforeEach(async () => {
  clock = testClock(6_050_000)
  relay = await runRelay('', { clock })
})
afterEach(() => relay.close())

const column = z.array(z.number().nullable())
const answer = z.object({
  since: z.number(),
  platforms: z.array(z.looseObject({ id: z.string(), calls: z.number(), errors: z.number() })),
  series: z.object({
    from: z.number(),
    stepMs: z.number(),
    platforms: z.record(z.string(), z.looseObject({ calls: column, errors: column, p99Ms: column }))
  })
})
const health = async () => answer.parse(await (await relay.api('GET', '/health')).json())
const support = async () => (await health()).platforms.find(({ id }) => id === 'bots/support')

test('[OP30] calls, errors and times are told of each platform, for the hour and by the minute', async () => {
  const began = clock.now()
  const visitor = relay.socket()
  await visitor.hello()
  await until(async () => (await support())?.calls === 2)
  clock.move(30_000)
  relay.platform.statuses.push(400)
  await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await until(async () => (await support())?.errors === 1)
  await relay.webhook('{}')
  const { since, platforms, series } = await health()
  expect(since).toBe(began)
  expect(platforms).toMatchObject([{ id: 'bots/support', kind: 'bot', calls: 3, errors: 1, webhooks: 1 }])
  for (const key of ['p50Ms', 'p99Ms', 'oursP50Ms', 'oursP99Ms', 'webhooksP99Ms']) {
    expect(platforms[0]).toHaveProperty(key)
  }
  const { calls = [], errors = [], p99Ms = [] } = series.platforms['bots/support'] ?? {}
  expect([calls.length, calls.slice(-3), errors.slice(-3)]).toEqual([60, [0, 2, 1], [0, 0, 1]])
  expect(p99Ms.at(-3)).toBeNull()
  expect(series.from + 59 * series.stepMs).toBe(Math.floor(clock.now() / 60_000) * 60_000)
  clock.move(3_600_000)
  expect(await support()).toMatchObject({ calls: 0, errors: 0 })
})

test('[OP31] lanes that wait, how long, and dead letters are told', async () => {
  const visitor = relay.socket()
  await visitor.hello()
  await until(async () => (await support())?.calls === 2)
  expect(await support()).toMatchObject({ lanes: 0, owed: 0, dead: 0 })
  expect(await support()).not.toHaveProperty('oldestOwedMs')
  relay.platform.statuses.push(503)
  await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await visitor.send({ type: 'say', id: 'said-two-0001', text: 'Hello?' })
  await until(async () => (await support())?.['owed'] === 2 && (await support())?.errors === 1)
  clock.move(5)
  expect(await support()).toMatchObject({ lanes: 1, owed: 2, oldestOwedMs: 5 })
  relay.platform.statuses.push(400, 400)
  clock.move(20)
  await until(async () => (await support())?.['dead'] === 2)
  expect(await support()).toMatchObject({ lanes: 0, owed: 0 })
})
