import { readdirSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accounts, signIn } from '../testing/desk.ts'
import { fileSites, type Guest, taken, uploadBy } from '../testing/files.ts'
import { png } from '../testing/pictures.ts'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
let one: Awaited<ReturnType<typeof taken>>
beforeEach(async () => {
  relay = await runRelay(accounts(), { sites: fileSites })
  one = await taken(relay)
})
afterEach(() => relay.close())

const photo = { bytes: png(), name: 'secret-name.png' }
const kept = (): string[] => readdirSync(join(relay.folder, 'files', 'of'))
const to = ({ conversation }: Guest) => ({ to: conversation, ...photo })
const ours = { origin: 'https://chat.example.com', 'x-footbridge': 'console' }

interface Deed {
  who: string
  what: string
  about?: string
  outcome?: string
}
async function uploadDeeds(): Promise<Deed[]> {
  const { deeds } = (await (await relay.api('GET', '/deeds')).json()) as { deeds: Deed[] }
  return deeds.filter(({ what }) => what === '/conversations/:id/files')
}

test('[FI70] whoever has the visitor uploads to them, and no other agent or operator does', async () => {
  for (const name of ['ben', 'olaf'])
    expect(await uploadBy(relay, await signIn(relay, name), to(one))).toMatchObject({
      status: 409,
      body: { error: 'notYours', by: 'Anna Berg' }
    })
  expect(kept()).toEqual([])
  expect((await uploadBy(relay, one.anna, to(one))).status).toBe(201)
  expect(kept()).toEqual([one.conversation])
})

test('[FI70] an upload goes with the visitor: who gave them away sends no more, who was given them does', async () => {
  const ben = await signIn(relay, 'ben')
  const given = await one.anna.ask('POST', `/conversations/${one.conversation}/transfer`, { to: 'ben' })
  expect(given.status).toBe(200)
  expect((await uploadBy(relay, one.anna, to(one))).body).toMatchObject({ error: 'notYours', by: 'Ben Cole' })
  expect((await uploadBy(relay, ben, to(one))).status).toBe(201)
})

test.each<[string, number, Record<string, string>]>([
  ['without the header of the console', 403, { origin: ours.origin }],
  ['with another header', 403, { ...ours, 'x-footbridge': 'widget' }],
  ['from another page', 403, { ...ours, origin: 'https://evil.example' }],
  ['from a page that says nothing of itself', 403, { 'x-footbridge': 'console' }],
  ['with a token that is wrong, whatever the cookie', 401, { ...ours, authorization: 'Bearer wrong' }],
  ['with a visitor’s token', 401, { ...ours, authorization: 'Bearer THEIRS' }]
])('[FI70] nobody uploads %s', async (_, status, headers) => {
  const { authorization } = headers
  const theirs = authorization && { authorization: authorization.replace('THEIRS', one.token) }
  const answer = await uploadBy(relay, one.anna, { ...to(one), headers: { ...headers, ...theirs } })
  expect(answer.status).toBe(status)
  expect(kept()).toEqual([])
})

test('[FI70] who is signed out uploads nothing, with the cookie they had neither', async () => {
  expect((await uploadBy(relay, { cookie: '' }, to(one))).status).toBe(401)
  expect((await one.anna.ask('POST', '/sign-out')).status).toBe(200)
  expect((await uploadBy(relay, one.anna, to(one))).status).toBe(401)
  expect(kept()).toEqual([])
})

test('[FI70] [A40] who is put out the door while a file is on its way has uploaded nothing', async () => {
  const headers = { ...ours, cookie: one.anna.cookie, 'content-type': 'application/octet-stream' }
  const slow = request(`${relay.url}/api/v1/conversations/${one.conversation}/files?name=photo.png`, {
    method: 'POST',
    headers
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    slow.on('response', resolve).on('error', reject)
  })
  slow.write(photo.bytes.subarray(0, 20))
  const incoming = join(relay.folder, 'files', 'incoming')
  await until(() => readdirSync(incoming).length > 0)
  expect((await one.anna.ask('POST', '/sign-out')).status).toBe(200)
  slow.end(photo.bytes.subarray(20))
  const answer = await answered
  expect([answer.statusCode, await json(answer)]).toEqual([401, { error: 'unauthorized' }])
  expect([kept(), readdirSync(incoming)]).toEqual([[], []])
  expect(await uploadDeeds()).toMatchObject([{ who: 'anna', outcome: '401' }])
})

test('[FI71] each upload is in the audit log with what came of it, and nothing of what it is', async () => {
  const ben = await signIn(relay, 'ben')
  await uploadBy(relay, ben, to(one))
  await uploadBy(relay, one.anna, to(one))
  await uploadBy(relay, one.anna, { ...to(one), bytes: Buffer.from('<svg/>') })
  await uploadBy(relay, one.anna, { ...to(one), headers: {} })
  const about = one.conversation
  expect(await uploadDeeds()).toMatchObject([
    { who: 'anna', about, outcome: '415' },
    { who: 'anna', about, outcome: '201' },
    { who: 'ben', about, outcome: '409' }
  ])
  expect(JSON.stringify(await uploadDeeds())).not.toContain('secret-name')
})
