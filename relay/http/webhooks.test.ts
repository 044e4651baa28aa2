import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningRelay, runRelay, secrets } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay()
})
afterEach(() => relay.close())

const message = (id: string, text = id) => ({
  id: `ev_${id}`,
  timestamp: 1_773_964_801_900,
  type: 'conversation:message',
  payload: {
    conversation: { id: 'cv_1' },
    message: {
      id: `ms_${id}`,
      author: { type: 'chatbot' },
      content: { type: 'text', text },
      unknown: { kept: [1] }
    }
  }
})
const envelope = (...events: unknown[]) => ({
  app: { teamId: 'tm_1', botId: 'bt_1' },
  webhook: { id: 'wh_1', version: 'v1' },
  events
})
const acks = () => relay.platform.calls.filter(({ path }) => path.endsWith('/delivery'))

async function visitor() {
  const client = relay.socket()
  await client.hello()
  await until(() => relay.platform.calls.some(({ path }) => path === '/conversations/cv_1/messages'))
  return client
}

test('[H1] a webhook is answered 200 {} and its message reaches the visitor and is acknowledged unchanged', async () => {
  const client = await visitor()
  const answer = await relay.webhook(envelope(message('a')))
  expect([answer.status, await answer.text()]).toEqual([200, '{}'])
  await client.heard(
    frame => frame.type === 'entries' && frame.entries.some(({ kind }) => kind === 'message')
  )
  await until(() => acks().length === 1)
  expect(acks()[0]?.body).toEqual({ delivery: { state: 'success', message: message('a').payload.message } })
  expect(acks()[0]?.headers.authorization).toBe(`Bearer ${secrets.token}`)
})

test('[I22] [H1] messages whose ids differ in a digit that JavaScript has not are two', async () => {
  const client = await visitor()
  const ids = ['9007199254740992', '9007199254740993']
  for (const id of ids) {
    const body = JSON.stringify(envelope(message('#'))).replaceAll(/"(ev|ms)_#"/g, id)
    expect((await relay.webhook(body)).status).toBe(200)
  }
  await until(() => acks().length === 2)
  const shown = client.frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : []))
  expect(shown.filter(({ kind }) => kind === 'message')).toHaveLength(2)
})

test('[H2] a wrong secret, an unknown bot and foreign ids get the same 404', async () => {
  const wrong = [
    await relay.webhook(envelope(), '/bots/support/wrong'),
    await relay.webhook(envelope(), `/bots/nobody/${secrets.webhook}`),
    await relay.webhook({ ...envelope(), app: { teamId: 'tm_2', botId: 'bt_1' } }),
    await relay.webhook({ ...envelope(), webhook: { id: 'wh_2', version: 'v1' } })
  ]
  expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('[H2] what is not JSON, not the envelope, too large or not a POST is refused', async () => {
  expect((await relay.webhook('{"app":')).status).toBe(400)
  expect((await relay.webhook({ hello: 'world' })).status).toBe(400)
  expect((await relay.webhook(`"${'x'.repeat(1_048_577)}"`)).status).toBe(413)
  expect((await fetch(`${relay.url}/bots/support/${secrets.webhook}`)).status).toBe(405)
})

test('[H3] many events of one request are taken in their order', async () => {
  const client = await visitor()
  await relay.webhook(envelope(message('a'), message('b'), message('c')))
  await until(() => acks().length === 3)
  const shown = client.frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : []))
  expect(
    shown.flatMap(entry =>
      entry.kind === 'message' && entry.content.kind === 'text' ? [entry.content.text] : []
    )
  ).toEqual(['a', 'b', 'c'])
  expect(acks().map(({ headers }) => headers['idempotency-key']).length).toBe(3)
})

test('[H4] a repeated event is shown once and acknowledged again', async () => {
  const client = await visitor()
  await relay.webhook(envelope(message('a')))
  await until(() => acks().length === 1)
  expect((await relay.webhook(envelope(message('a')))).status).toBe(200)
  await until(() => acks().length === 2)
  expect(new Set(acks().map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
  const shown = client.frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : []))
  expect(shown.filter(({ kind }) => kind === 'message')).toHaveLength(1)
})

test('[H5] a message of a conversation that nobody knows is acknowledged, so that its sender does not wait', async () => {
  const stray = message('a')
  stray.payload.conversation.id = 'cv_unknown'
  expect((await relay.webhook(envelope(stray))).status).toBe(200)
  await until(() => relay.platform.calls.some(({ path }) => path === '/conversations/cv_unknown/delivery'))
})

test('[H6] the answer does not wait for the acknowledgement', async () => {
  await visitor()
  relay.platform.statuses.push(500, 500, 500)
  expect((await relay.webhook(envelope(message('a')))).status).toBe(200)
  await until(() => acks().length === 4)
})

test('[H7] no secret is in a log line, an answer or a metric', async () => {
  await visitor()
  relay.platform.statuses.push(400)
  const answers = [
    await relay.webhook(envelope(message('a'))),
    await relay.webhook(envelope(), `/bots/support/${secrets.webhook}x`),
    await relay.webhook('{'),
    await relay.api('GET', '/conversations', undefined, 'wrong'),
    await fetch(`${relay.url}/metrics`)
  ]
  await until(() => relay.logged.some(line => line.includes('dead letter')))
  const letters = await relay.api('GET', '/dead-letters')
  const everything = [
    ...relay.logged,
    ...(await Promise.all([...answers, letters].map(answer => answer.text())))
  ].join()
  expect(everything).toContain('footbridge_dead_letters_total')
  for (const secret of Object.values(secrets)) expect(everything).not.toContain(secret)
})

test('[H8] while nothing can be stored nothing is acknowledged, readiness is red, and it heals by itself', async () => {
  await relay.close()
  let full = false
  const crash = (point: string) => {
    if (full && point === 'before-commit') throw new Error('the disk is full')
  }
  relay = await runRelay('', { crash })
  const client = await visitor()
  const ready = async () => (await fetch(`${relay.url}/readyz`)).status
  full = true
  expect((await relay.webhook(envelope(message('a')))).status).toBe(503)
  await client.send({ type: 'say', id: 'client-full-0', text: 'hello' })
  expect(await client.heard(({ type }) => type === 'refused')).toMatchObject({ reason: 'notStored' })
  expect(await ready()).toBe(503)
  full = false
  expect(await ready()).toBe(200)
  await client.send({ type: 'say', id: 'client-full-0', text: 'hello' })
  expect(await client.heard(({ type }) => type === 'said')).toMatchObject({ seq: 2 })
  expect((await relay.webhook(envelope(message('a')))).status).toBe(200)
  await until(() => acks().length === 1)
})
