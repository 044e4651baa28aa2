import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quietLog } from '../lib/log.ts'
import { testClock } from '../testing/clock.ts'
import { createWebhooks, type Endpoint } from './webhooks.ts'

const secret = 'secret-of-the-webhook'
const quiet: Endpoint = {
  id: 'bots/quiet',
  webhookSecret: secret,
  verify: () => ({ ok: true }),
  receive: () => ({ ok: true, heard: [], ignored: [] })
}
const asking: Endpoint = {
  ...quiet,
  id: 'channels/asking',
  challenge: query =>
    query.get('hub.token') === 'right'
      ? { status: 200, text: query.get('hub.challenge') ?? '' }
      : { status: 401, text: 'no' }
}

const bug = (): never => {
  throw new Error('a bug')
}

const webhooks = createWebhooks({
  endpoints: [
    quiet,
    asking,
    { ...quiet, id: 'bots/unreadable', receive: bug },
    { ...quiet, id: 'bots/unobservable', observe: bug }
  ],
  hear: async () => ({ kind: 'refused', refusal: 'unknown' }),
  stray() {},
  clock: testClock(),
  log: quietLog,
  meter: { webhook() {} }
})
const server = createServer((request, response) => {
  if (!webhooks(request, response)) response.writeHead(418).end()
})
let url: string
beforeEach(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise(resolve => server.close(resolve)))

test('[H9] a challenge is answered as text and nothing else', async () => {
  const answer = await fetch(`${url}/channels/asking/${secret}?hub.token=right&hub.challenge=f0e1`)
  expect([answer.status, await answer.text()]).toEqual([200, 'f0e1'])
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await fetch(`${url}/channels/asking/${secret}?hub.challenge=f0e1`)).status).toBe(401)
  expect((await fetch(`${url}/channels/asking/${secret}?hub.token=right`, { method: 'POST' })).status).toBe(
    200
  )
})

test('[H9] nobody learns of a challenge without the secret, and who never asks is not answered', async () => {
  expect((await fetch(`${url}/channels/asking/wrong?hub.token=right&hub.challenge=f0e1`)).status).toBe(404)
  expect((await fetch(`${url}/bots/quiet/${secret}`)).status).toBe(405)
})

test.each([
  ['unreadable', 500],
  ['unobservable', 200]
])('[H11] a fault of ours ends the request it is in, and no other: %s', async (id, status) => {
  for (let i = 0; i < 2; i += 1)
    expect((await fetch(`${url}/bots/${id}/${secret}`, { method: 'POST', body: '{}' })).status).toBe(status)
})
