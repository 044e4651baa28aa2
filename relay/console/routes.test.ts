import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
let id: string
beforeEach(async () => {
  relay = await runRelay()
  const { conversation } = await relay.socket().hello()
  id = conversation
  await until(() => relay.platform.calls.length >= 2)
})
afterEach(() => relay.close())

const handover = () =>
  relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [
      {
        id: 'ev_h',
        timestamp: 1,
        type: 'conversation:handover',
        payload: { conversation: { id: 'cv_1' }, handover: { metadata: { summary: 'An invoice' } } }
      }
    ]
  })

test('[A1] without the token, or with another, the API opens nothing', async () => {
  for (const token of ['', 'wrong', 'secret-of-the-api-00']) {
    expect((await relay.api('GET', '/conversations', undefined, token)).status).toBe(401)
    expect((await relay.api('POST', `/conversations/${id}/close`, {}, token)).status).toBe(401)
  }
})

test('[A2] an agent sees who waits and why, takes, says, and hands back', async () => {
  await handover()
  const list = await (await relay.api('GET', '/conversations?phase=waiting')).json()
  expect(list).toMatchObject({ conversations: [{ id, site: 'shop', phase: 'waiting' }] })
  const log = await (await relay.api('GET', `/conversations/${id}`)).json()
  expect(log).toMatchObject({ entries: [{ kind: 'opened' }, { metadata: { summary: 'An invoice' } }] })
  expect((await relay.api('POST', `/conversations/${id}/take`, { name: 'Anna' })).status).toBe(200)
  expect((await relay.api('POST', `/conversations/${id}/say`, { text: 'Hello' })).status).toBe(200)
  expect(
    (await relay.api('POST', `/conversations/${id}/handback`, { metadata: { done: true } })).status
  ).toBe(200)
  await until(() => relay.platform.calls.some(({ path }) => path.endsWith('/handback')))
  expect(relay.platform.calls.at(-1)?.body).toEqual({
    author: { type: 'agent' },
    handback: { metadata: { done: true } }
  })
})

test('[A3] what cannot be done is refused in words and changes nothing', async () => {
  const cases: [path: string, body: unknown, status: number][] = [
    [`/conversations/${id}/take`, {}, 409],
    [`/conversations/${id}/say`, { text: 'Hello' }, 409],
    [`/conversations/${id}/say`, {}, 400],
    [`/conversations/${id}/say`, { text: { $gt: '' } }, 400],
    [`/conversations/${id}/handback`, { metadata: 'x' }, 400],
    ['/conversations/nobody/close', {}, 404],
    ['/conversations/__proto__/close', {}, 404],
    [`/conversations/${id}/erase`, {}, 404]
  ]
  for (const [path, body, status] of cases) {
    const answer = await relay.api('POST', path, body)
    expect([path, answer.status]).toEqual([path, status])
    expect(await answer.json()).toHaveProperty('error')
  }
  const { entries } = (await (await relay.api('GET', `/conversations/${id}`)).json()) as {
    entries: unknown[]
  }
  expect(entries).toHaveLength(1)
})

test('[A4] an agent’s say with an id is said once, however often it is sent', async () => {
  await handover()
  const body = { text: 'Hello', id: 'agent-say-0001' }
  const first = await (await relay.api('POST', `/conversations/${id}/say`, body)).json()
  const { entries: before } = (await (await relay.api('GET', `/conversations/${id}`)).json()) as {
    entries: unknown[]
  }
  await relay.api('POST', `/conversations/${id}/say`, body)
  const { entries: after } = (await (await relay.api('GET', `/conversations/${id}`)).json()) as {
    entries: unknown[]
  }
  expect(after).toEqual(before)
  expect(first).toHaveProperty('seq')
})

test('[A5] a dead letter is listed without its text, and goes out when it is revived', async () => {
  relay.platform.statuses.push(400)
  const client = relay.socket()
  await client.hello()
  await until(() => relay.logged.some(line => line.includes('dead letter')))
  const { deadLetters } = (await (await relay.api('GET', '/dead-letters')).json()) as {
    deadLetters: { id: number; reason: string }[]
  }
  expect(deadLetters).toHaveLength(1)
  const calls = relay.platform.calls.length
  expect((await relay.api('POST', `/dead-letters/${deadLetters[0]?.id}/revive`)).status).toBe(200)
  expect((await relay.api('POST', '/dead-letters/999/revive')).status).toBe(404)
  await until(() => relay.platform.calls.length >= calls + 2)
})

test('[A6] health is told to whoever asks, and unknown paths are not found', async () => {
  expect(
    await Promise.all(['/livez', '/readyz', '/metrics', '/nowhere', '/api/v1/nowhere'].map(status))
  ).toEqual([200, 200, 200, 404, 401])
})

const status = async (path: string) => (await fetch(relay.url + path)).status
