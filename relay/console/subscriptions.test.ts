import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Receiver, signingSecret, startReceiver } from '../testing/receiver.ts'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let receiver: Receiver
let relay: RunningRelay
let id: string
beforeEach(async () => {
  receiver = await startReceiver()
  relay = await runRelay(`
subscriptions:
  - id: crm
    url: ${receiver.url}
    topics: [chat.create, chat.user.message]
    secret: ${signingSecret}
    allowPrivateAddresses: true
`)
  const client = relay.socket()
  const { conversation } = await client.hello()
  id = conversation
  await client.send({ type: 'say', id: 'client-say-0001', text: 'hello' })
  await until(() => receiver.events.length >= 2)
})
afterEach(async () => {
  await relay.close()
  await receiver.close()
})

const list = async () => (await relay.api('GET', '/subscriptions')).json()
const post = async (verb: string, body?: unknown, of = 'crm') => {
  const answer = await relay.api('POST', `/subscriptions/${of}/${verb}`, body)
  return [answer.status, await answer.json()]
}

test('[T1] a visitor of the widget is told of as well, signed as the official library wants it', () => {
  expect(receiver.events.map(({ event }) => event.topic)).toEqual(['chat.create', 'chat.user.message'])
  expect(receiver.events[1]?.event).toMatchObject({ botId: 'support', data: { chatId: id, value: 'hello' } })
  expect(receiver.failures).toEqual([])
})

test('[T12] operators list subscriptions, disable and enable them, and replay', async () => {
  const view = {
    id: 'crm',
    origin: new URL(receiver.url).origin,
    topics: ['chat.create', 'chat.user.message']
  }
  expect(await list()).toEqual({ subscriptions: [{ ...view, state: 'working' }] })
  const byHand = { state: 'disabled', reason: 'an operator disabled it' }
  expect(await post('disable')).toMatchObject([200, { subscription: byHand }])
  expect(await post('replay', { conversation: id })).toMatchObject([409, { error: 'disabled' }])
  expect(await post('enable')).toMatchObject([200, { subscription: { state: 'working' } }])
  expect(await post('replay', { conversation: id, from: 2 })).toEqual([200, { owed: 1 }])
  await until(() => receiver.events.length >= 3)
  const day = { from: new Date(Date.now() - 86_400_000).toISOString(), to: Date.now() + 1_000 }
  expect(await post('replay', day)).toEqual([200, { owed: 2 }])
  await until(() => receiver.events.length >= 4)
  expect(new Set(receiver.events.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
})

test('[T12] what cannot be done is refused in words', async () => {
  expect(await post('enable', undefined, 'nobody')).toMatchObject([404, { error: 'unknown' }])
  expect(await post('replay', { from: 0, to: 1 }, 'nobody')).toMatchObject([404, { error: 'unknown' }])
  for (const body of [
    {},
    { from: 1 },
    { from: 'x', to: 'y' },
    { conversation: id, from: -1 },
    { from: {}, to: [] },
    []
  ])
    expect((await post('replay', body))[0], JSON.stringify(body)).toBe(400)
  expect((await relay.api('GET', '/subscriptions', undefined, 'wrong')).status).toBe(401)
})

test('[T19] the list has neither the secret nor the path of the URL; the metrics neither', async () => {
  await post('disable')
  const metrics = await (await fetch(`${relay.url}/metrics`)).text()
  expect(metrics).toContain('footbridge_subscription_disabled{destination="topics/crm"} 1')
  const seen = JSON.stringify([await list(), metrics, relay.logged])
  for (const secret of [signingSecret, 'secret-step', 'hello']) expect(seen).not.toContain(secret)
})
