import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Receiver, signingSecret, startReceiver } from '../testing/receiver.ts'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let receiver: Receiver
let relay: RunningRelay
let id: string
beforeEach(async () => {
  receiver = await startReceiver()
  relay = await runRelay(subscribed())
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

const subscribed = (secret = signingSecret, more = '') => `
subscriptions:
  - id: crm
    url: ${receiver.url}
    topics: [chat.create, chat.user.message]
    secret: ${secret}
    allowPrivateAddresses: true
    ${more}
`

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

const rotated = z.strictObject({ secret: z.string(), oldUntil: z.number() })
async function rotates(body?: object): Promise<z.infer<typeof rotated>> {
  const [status, answer] = await post('rotate', body)
  expect(status).toBe(200)
  return rotated.parse(answer)
}
/** The newest event, as whoever has this secret sees it. */
function isTaken(secret: string): boolean {
  const { headers, body } = receiver.events.at(-1) ?? { headers: {}, body: '' }
  try {
    new Webhook(secret).verify(
      body,
      Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]))
    )
    return true
  } catch {
    return false
  }
}
async function tellsAgain(): Promise<void> {
  const before = receiver.events.length
  expect(await post('replay', { conversation: id, from: 2 })).toEqual([200, { owed: 1 }])
  await until(() => receiver.events.length > before)
}

test('[OP55] an operator rotates: old and new sign in the overlap, over a restart, and a leaked one at once no more', async () => {
  const before = Date.now()
  const { secret, oldUntil } = await rotates()
  expect(oldUntil).toBeGreaterThanOrEqual(before + 86_400_000)
  await tellsAgain()
  expect([isTaken(signingSecret), isTaken(secret)]).toEqual([true, true])
  await relay.restart(subscribed())
  await tellsAgain()
  expect([isTaken(signingSecret), isTaken(secret)]).toEqual([true, true])
  expect(await list()).toMatchObject({ subscriptions: [{ id: 'crm', oldSecretUntil: oldUntil }] })
  const next = await rotates({ overlapSeconds: 0 })
  await tellsAgain()
  expect([signingSecret, secret, next.secret].map(isTaken)).toEqual([false, false, true])
  expect((await list()).subscriptions[0]).not.toHaveProperty('oldSecretUntil')
  expect(await post('rotate', {}, 'nobody')).toMatchObject([404, { error: 'unknown' }])
  for (const body of [{ overlapSeconds: -1 }, { overlapSeconds: 604_801 }, { secret: 'mine' }, []])
    expect((await post('rotate', body))[0], JSON.stringify(body)).toBe(400)
})

test('[OP56] the new secret is in its answer alone: in no file, no log line, no deed and no other answer', async () => {
  const { secret } = await rotates()
  await tellsAgain()
  const paths = ['/subscriptions', '/subscriptions/crm/deliveries', '/deeds', '/health']
  const answers = await Promise.all(paths.map(async path => (await relay.api('GET', path)).text()))
  expect(answers[2]).toContain('/subscriptions/:id/rotate')
  await relay.stop()
  const names = readdirSync(relay.folder).filter(name => name.startsWith('log.db'))
  const files = names.map(name => readFileSync(join(relay.folder, name), 'latin1'))
  const seen = [...answers, ...files, JSON.stringify(relay.logged)].join()
  for (const one of [secret, signingSecret]) expect(seen).not.toContain(one.slice('whsec_'.length, -1))
})
