import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type RunningRelay, runRelay, secrets } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay('', { sites: erasable })
})
afterEach(() => relay.close())

const erasable =
  '  home: { origins: ["https://shop.example.com"], bot: support, start: { restart: true }, visitor: { erase: true } }'
const answer = z.object({
  entries: z.array(
    z.looseObject({
      seq: z.number(),
      at: z.number(),
      kind: z.string(),
      committedAt: z.number().optional(),
      shownAt: z.number().optional(),
      readAt: z.number().optional(),
      deliveries: z.array(
        z.looseObject({
          destination: z.string(),
          state: z.string(),
          owedAt: z.number(),
          settledAt: z.number().optional(),
          attempts: z.array(z.looseObject({ at: z.number(), tookMs: z.number(), outcome: z.string() }))
        })
      )
    })
  )
})
async function timeline(id: string, query = '') {
  return answer.parse(await (await relay.api('GET', `/conversations/${id}/timeline${query}`)).json()).entries
}
const attemptsOf = async (id: string, seq: number) =>
  (await timeline(id)).find(entry => entry.seq === seq)?.deliveries[0]?.attempts ?? []

const says = (text: string) => ({
  app: { teamId: 'tm_1', botId: 'bt_1' },
  webhook: { id: 'wh_1', version: 'v1' },
  events: [
    {
      id: `ev_${text}`,
      timestamp: 1,
      type: 'conversation:message',
      payload: {
        conversation: { id: 'cv_1' },
        message: { id: `m_${text}`, author: { type: 'chatbot' }, content: { type: 'text', text } }
      }
    }
  ]
})

test('[OP1] each try at a delivery is told with its status, its reason and its outcome', async () => {
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  await until(() => relay.platform.calls.length >= 2)
  relay.platform.statuses.push(503, 429)
  await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await until(async () => (await attemptsOf(conversation, 2)).length === 3)
  expect(await attemptsOf(conversation, 2)).toMatchObject([
    { outcome: 'later', status: 503, reason: 'say: inGenious answered 503' },
    { outcome: 'later', status: 429, reason: 'say: inGenious answered 429' },
    { outcome: 'taken', status: 200 }
  ])
  const [first, second, third] = await attemptsOf(conversation, 2)
  expect(first && second && third && first.at < second.at && second.at < third.at).toBe(true)
  expect(await attemptsOf(conversation, 1)).toMatchObject([
    { outcome: 'linked', status: 201 },
    { outcome: 'taken', status: 200 }
  ])
})

test('[OP1] what was given up on has its tries, and more of them once it is revived', async () => {
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  await until(() => relay.platform.calls.length >= 2)
  relay.platform.statuses.push(400)
  await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await until(() => relay.logged.some(line => line.includes('dead letter')))
  expect((await timeline(conversation))[1]?.deliveries).toMatchObject([
    { destination: 'bots/support', state: 'dead', attempts: [{ outcome: 'refused', status: 400 }] }
  ])
  const list = z.object({ deadLetters: z.array(z.object({ id: z.number() })) })
  const { deadLetters } = list.parse(await (await relay.api('GET', '/dead-letters')).json())
  await relay.api('POST', `/dead-letters/${deadLetters[0]?.id}/revive`)
  await until(async () => (await attemptsOf(conversation, 2)).length === 2)
  expect((await timeline(conversation))[1]?.deliveries).toMatchObject([
    { state: 'done', attempts: [{ outcome: 'refused' }, { outcome: 'taken', status: 200 }] }
  ])
})

test('[OP2] an entry is accepted, committed, sent, taken, shown and read, in this order', async () => {
  const visitor = relay.socket()
  const { conversation } = await visitor.hello()
  await until(() => relay.platform.calls.length >= 2)
  await relay.webhook(says('Hi'))
  await visitor.heard(frame => frame.type === 'entries' && frame.entries.some(({ seq }) => seq === 2))
  await until(async () => (await timeline(conversation))[1]?.shownAt !== undefined)
  expect((await timeline(conversation))[1]).not.toHaveProperty('readAt')
  await visitor.send({ type: 'seen', seq: 2 })
  await until(async () => (await timeline(conversation))[1]?.readAt !== undefined)
  await until(async () => (await attemptsOf(conversation, 2)).length === 1)
  const [, entry] = await timeline(conversation, '?after=0&limit=2')
  expect(entry).toMatchObject({ seq: 2, kind: 'message', by: 'bot', text: 'Hi' })
  const { at, committedAt = 0, shownAt = 0, readAt = 0, deliveries = [] } = entry ?? { at: 0 }
  expect([at, committedAt, shownAt, readAt].toSorted((a, b) => a - b)).toEqual([
    at,
    committedAt,
    shownAt,
    readAt
  ])
  const { owedAt = 0, attempts = [], settledAt = 0 } = deliveries[0] ?? {}
  expect(owedAt).toBe(committedAt)
  const { at: sentAt = 0, tookMs = 0 } = attempts[0] ?? {}
  expect(sentAt >= committedAt && sentAt + tookMs <= settledAt).toBe(true)
})

test('[OP2] what nobody knows has no timeline, and a page of one is as long as asked for', async () => {
  const { conversation } = await relay.socket().hello()
  expect((await relay.api('GET', '/conversations/c-nobody/timeline')).status).toBe(404)
  expect((await relay.api('GET', `/conversations/${conversation}/timeline?limit=x`)).status).toBe(400)
  expect(await timeline(conversation, '?after=1')).toEqual([])
})

test('[OP3] no secret is in a timeline, and of who is erased it says that they are', async () => {
  const visitor = relay.socket('home')
  const { conversation } = await visitor.hello({ site: 'home', version: 3 })
  relay.platform.statuses.push(500)
  await visitor.send({ type: 'say', id: 'said-one-0001', text: 'Hello' })
  await until(async () => (await attemptsOf(conversation, 1)).length === 3)
  const told = await (await relay.api('GET', `/conversations/${conversation}/timeline`)).text()
  for (const secret of Object.values(secrets)) expect(told).not.toContain(secret)
  await visitor.send({ type: 'erase' })
  expect((await visitor.closed).reason).toBe('erased')
  expect(await timeline(conversation)).toMatchObject([{ kind: 'erased', deliveries: [] }])
  await relay.stop()
  const file = readFileSync(join(relay.folder, 'log.db'), 'latin1')
  expect(file).not.toContain('inGenious answered 500')
})
