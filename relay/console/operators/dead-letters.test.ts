import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { rehearse } from '../../lib/rehearsed.ts'
import { type RunningRelay, runRelay, secrets } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay()
})
afterEach(() => relay.close())

const listed = z.object({
  deadLetters: z.array(z.object({ id: z.number(), conversation: z.string(), destination: z.string() }))
})
const deadLetters = async () =>
  listed.parse(await (await relay.api('GET', '/dead-letters')).json()).deadLetters

/** Conversations whose visitors each said something that the bot did not take. */
async function failing(many: number): Promise<string[]> {
  const visitors = Array.from({ length: many }, () => relay.socket())
  const conversations: string[] = []
  for (const visitor of visitors) conversations.push((await visitor.hello()).conversation)
  await until(() => relay.platform.calls.length >= 2 * many)
  relay.platform.statuses.push(...visitors.map(() => 400))
  for (const visitor of visitors) await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await until(async () => (await deadLetters()).length === many)
  return conversations
}

test('[OP10] what is dropped is listed no longer, and its timeline says why', async () => {
  const [conversation] = await failing(1)
  const [letter] = await deadLetters()
  const drop = (body: unknown) => relay.api('POST', `/dead-letters/${letter?.id}/drop`, body)
  for (const body of [{}, { reason: ' ' }, { reason: 'x'.repeat(501) }, { reason: 7 }]) {
    expect((await drop(body)).status).toBe(400)
  }
  expect((await drop({ reason: 'the order was cancelled' })).status).toBe(200)
  expect((await drop({ reason: 'again' })).status).toBe(404)
  expect((await relay.api('POST', `/dead-letters/${letter?.id}/revive`)).status).toBe(404)
  expect(await deadLetters()).toEqual([])
  const told = await (await relay.api('GET', `/conversations/${conversation}/timeline`)).json()
  expect(told).toMatchObject({
    entries: [{}, { deliveries: [{ state: 'dropped', dropped: { why: 'the order was cancelled' } }] }, {}]
  })
  const deeds = await (await relay.api('GET', '/deeds')).json()
  const whats = z.object({ deeds: z.array(z.object({ what: z.string(), about: z.string().optional() })) })
  expect(whats.parse(deeds).deeds.at(-1)).toMatchObject({ about: `${letter?.id}` })
})

test('[OP11] many are revived at once, by their ids or all of a destination', async () => {
  await failing(4)
  const letters = await deadLetters()
  const calls = relay.platform.calls.length
  const revive = async (body: unknown) => (await relay.api('POST', '/dead-letters/revive', body)).json()
  const ids = letters.slice(0, 2).map(({ id }) => id)
  expect(await revive({ ids: [...ids, 999_999] })).toEqual({ revived: 2 })
  expect(await revive({ ids })).toEqual({ revived: 0 })
  await until(() => relay.platform.calls.length >= calls + 2)
  expect(await revive({ destination: 'bots/other' })).toEqual({ revived: 0 })
  expect(await revive({ destination: 'bots/support' })).toEqual({ revived: 2 })
  await until(() => relay.platform.calls.length >= calls + 4)
  expect(await deadLetters()).toEqual([])
  for (const body of [{}, { ids: [] }, { ids: ['1'] }, { ids: [1], destination: 'bots/support' }]) {
    expect((await relay.api('POST', '/dead-letters/revive', body)).status).toBe(400)
  }
})

test('[OP12] the call is shown as it would be made, is not made, and names no secret', async () => {
  await failing(1)
  const [letter] = await deadLetters()
  const calls = relay.platform.calls.length
  const answer = await (await relay.api('GET', `/dead-letters/${letter?.id}/call`)).text()
  expect(JSON.parse(answer)).toMatchObject({
    destination: 'bots/support',
    seq: 2,
    call: {
      method: 'POST',
      url: expect.stringMatching(/\/conversations\/cv_1\//),
      headers: { authorization: '•••', 'content-type': 'application/json' }
    }
  })
  for (const secret of Object.values(secrets)) expect(answer).not.toContain(secret)
  expect((await relay.api('GET', '/dead-letters/999/call')).status).toBe(404)
  expect(relay.platform.calls).toHaveLength(calls)
})

test('[OP12] what stands in the settings as a secret is shown nowhere, wherever it would be sent', async () => {
  const settings = {
    webhookUrl: 'https://bot.example.com/in/the-only-credential',
    verify: { secret: 'deep-secret' },
    apiKeys: ['first-key', 'second-key'],
    botId: 'bot_1'
  }
  const make = (url: string, body: string) =>
    rehearse(settings, caller =>
      caller.send({ url, headers: { 'x-anything': 'bot_1', accept: 'a/b' }, body })
    )
  expect(await make(settings.webhookUrl, '{"a":"deep-secret","b":"bot_1"}')).toEqual({
    method: 'POST',
    url: 'https://bot.example.com/•••',
    headers: { 'x-anything': '•••', accept: 'a/b' },
    body: { a: '•••', b: 'bot_1' }
  })
  expect(await make('https://api.example.com/v1/first-key?k=1', 'second-key')).toMatchObject({
    url: 'https://api.example.com/v1/•••?•••',
    body: '•••'
  })
})
