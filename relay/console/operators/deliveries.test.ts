import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Receiver, signingSecret, startReceiver } from '../../testing/receiver.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let receiver: Receiver
let relay: RunningRelay
beforeEach(async () => {
  receiver = await startReceiver()
  relay = await runRelay(`
subscriptions:
  - id: crm
    url: ${receiver.url}
    topics: [chat.create, chat.user.message, chat.message]
    secret: ${signingSecret}
    allowPrivateAddresses: true
    retrySeconds: [0.05, 0.05, 3600]
`)
})
afterEach(async () => {
  await relay.close()
  await receiver.close()
})

const answer = z.object({
  deliveries: z.array(
    z.strictObject({
      id: z.number(),
      conversation: z.string(),
      seq: z.number(),
      kind: z.string(),
      topics: z.array(z.string()),
      owedAt: z.number(),
      dueAt: z.number().optional(),
      state: z.string(),
      settledAt: z.number().optional(),
      reason: z.string().optional(),
      attempts: z.array(z.looseObject({ at: z.number(), tookMs: z.number(), outcome: z.string() }))
    })
  ),
  before: z.number().optional()
})
const ask = async (query = '') =>
  answer.parse(await (await relay.api('GET', `/subscriptions/crm/deliveries${query}`)).json())

async function says(...texts: string[]): Promise<string> {
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  for (const [nth, text] of texts.entries()) await visitor.send({ type: 'say', id: `said-${nth}-0001`, text })
  return conversation
}

test('[OP54] what was told last is told with its topics, each try with its status, and what waits until when', async () => {
  receiver.answers.push(204, 500, 503, 'reset')
  const conversation = await says('a private matter', 'another')
  await until(async () => (await ask()).deliveries.some(({ attempts }) => attempts.length === 3))
  const { deliveries, before } = await ask()
  expect(before).toBeUndefined()
  expect(deliveries).toMatchObject([
    { conversation, seq: 3, kind: 'message', state: 'owed', attempts: [] },
    {
      seq: 2,
      topics: ['chat.user.message', 'chat.message'],
      state: 'owed',
      attempts: [
        { outcome: 'later', status: 500, reason: 'it answered 500' },
        { outcome: 'later', status: 503 },
        { outcome: 'unknown' }
      ]
    },
    {
      seq: 1,
      kind: 'opened',
      topics: ['chat.create'],
      state: 'done',
      attempts: [{ outcome: 'taken', status: 204 }]
    }
  ])
  const [, failing] = deliveries
  expect(failing?.dueAt).toBeGreaterThan(Date.now() + 3_000_000)
  expect(failing?.attempts.map(({ at }) => at)).toEqual(
    failing?.attempts.map(({ at }) => at).toSorted((a, b) => a - b)
  )
  const whole = JSON.stringify(deliveries)
  for (const secret of ['private', 'secret-step', signingSecret]) expect(whole).not.toContain(secret)
})

test('[OP54] pages follow each other without a gap or a repeat, and a replay is a delivery of its own', async () => {
  const conversation = await says('one', 'two', 'three')
  await until(async () => (await ask()).deliveries.filter(({ state }) => state === 'done').length === 4)
  await relay.api('POST', '/subscriptions/crm/replay', { conversation, from: 2, to: 2 })
  await until(async () => (await ask()).deliveries.filter(({ state }) => state === 'done').length === 5)
  const first = await ask('?limit=3')
  const second = await ask(`?limit=3&before=${first.before}`)
  expect([...first.deliveries, ...second.deliveries].map(({ seq }) => seq)).toEqual([2, 4, 3, 2, 1])
  expect(second.before).toBeUndefined()
})

test('[OP54] nobody else’s deliveries are among them, and what is not asked well is refused', async () => {
  expect((await relay.api('GET', '/subscriptions/nobody/deliveries')).status).toBe(404)
  for (const query of ['?limit=0', '?limit=501', '?before=x'])
    expect((await relay.api('GET', `/subscriptions/crm/deliveries${query}`)).status, query).toBe(400)
  expect((await relay.api('GET', '/subscriptions/crm/deliveries', undefined, 'wrong')).status).toBe(401)
  expect(await ask()).toEqual({ deliveries: [] })
})
