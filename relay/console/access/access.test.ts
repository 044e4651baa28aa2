import { scryptSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'

const minuteMs = 60_000
const password = 'correct horse battery'
const salt = Buffer.alloc(16, 7)
// Cheap, so that the tests are quick.
const key = scryptSync(password, salt, 32, { N: 1_024, r: 8, p: 1 })
const hash = `scrypt$10$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
const accounts = (disabled = '') => `
console:
  accounts:
    - { name: anna, shown: Anna Berg, role: agent, hash: '${hash}'${disabled} }
    - { name: olaf, role: operator, hash: '${hash}' }
`
const ours = { origin: 'https://chat.example.com', 'x-footbridge': 'console' }

let relay: RunningRelay
let clock: TestClock
beforeEach(async () => {
  clock = testClock()
  relay = await runRelay(accounts(), { clock })
})
afterEach(() => relay.close())

function ask(method: 'GET' | 'POST', path: string, { body, cookie, headers = ours }: Asked = {}) {
  return fetch(`${relay.url}/api/v1${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) })
  })
}
interface Asked {
  body?: unknown
  cookie?: string
  headers?: Record<string, string>
}

const tries = (name: string, word: unknown = password, cookie?: string) =>
  ask('POST', '/sign-in', { body: { name, password: word }, ...(cookie && { cookie }) })

/** The browser's `cookie` header from now on. */
async function signsIn(name: string, before?: string): Promise<string> {
  const answer = await tries(name, password, before)
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const status = async (path: string, cookie: string) => (await ask('GET', path, { cookie })).status

test('[A7] who signs in is known, by a cookie that scripts and other sites have no part in', async () => {
  const answer = await tries('anna')
  expect(await answer.json()).toEqual({ name: 'anna', shown: 'Anna Berg', role: 'agent' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-footbridge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/
  )
  const me = await ask('GET', '/me', { cookie: await signsIn('anna') })
  expect(await me.json()).toEqual({ name: 'anna', shown: 'Anna Berg', role: 'agent' })
})

test('[A7] a wrong password and an unknown name are answered alike, and nobody is let in', async () => {
  const answers = await Promise.all([tries('anna', 'wrong'), tries('nobody'), tries('toString')])
  const [first, ...others] = await Promise.all(
    answers.map(async one => [one.status, await one.text(), one.headers.get('set-cookie')])
  )
  expect(first).toEqual([401, expect.stringContaining('wrong'), null])
  for (const other of others) expect(other).toEqual(first)
})

test('[A7] what is no name and no password is refused in words', async () => {
  for (const body of [
    {},
    { name: 'anna' },
    { name: { $gt: '' }, password },
    { name: 'anna', password: [password] }
  ]) {
    const answer = await ask('POST', '/sign-in', { body })
    expect(answer.status).toBe(400)
  }
  expect(await status('/me', '__Host-footbridge=')).toBe(401)
  expect(await status('/me', `__Host-footbridge=${'A'.repeat(43)}`)).toBe(401)
})

test('[A7] two cookies of the name are none: somebody else has set one', async () => {
  const cookie = await signsIn('anna')
  expect(await status('/me', `${cookie}; ${cookie}`)).toBe(401)
})

test.each([
  ['without our header', { origin: ours.origin }],
  ['from another origin', { ...ours, origin: 'https://chat.example.com.evil.example' }],
  ['from nowhere', { 'x-footbridge': 'console' }],
  ['from null', { ...ours, origin: 'null' }]
])('[A8] what is asked %s changes nothing', async (_, headers) => {
  const cookie = await signsIn('olaf')
  const paths = [
    '/conversations/x/take',
    '/conversations/x/say',
    '/dead-letters/1/revive',
    '/subscriptions/x/enable'
  ]
  for (const path of paths) expect((await ask('POST', path, { cookie, headers })).status).toBe(403)
  expect((await ask('POST', '/sign-out', { cookie, headers })).status).toBe(403)
  expect((await ask('POST', '/sign-in', { body: { name: 'olaf', password }, headers })).status).toBe(403)
  expect(await status('/me', cookie)).toBe(200)
})

test('[A9] a sign-in ends after half an hour without use', async () => {
  const cookie = await signsIn('anna')
  clock.move(29 * minuteMs)
  expect(await status('/me', cookie)).toBe(200)
  clock.move(29 * minuteMs)
  expect(await status('/me', cookie)).toBe(200)
  clock.move(31 * minuteMs)
  expect(await status('/me', cookie)).toBe(401)
})

test('[A9] … and after twelve hours in any case', async () => {
  const cookie = await signsIn('anna')
  for (let hour = 0; hour < 47; hour += 1) {
    clock.move(15 * minuteMs)
    expect(await status('/me', cookie)).toBe(200)
  }
  clock.move(15 * minuteMs)
  expect(await status('/me', cookie)).toBe(401)
})

test('[A10] after five failures the right password has to wait as well', async () => {
  for (let index = 0; index < 5; index += 1) expect((await tries('anna', 'wrong')).status).toBe(401)
  const refused = await tries('anna')
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ error: 'tooOften', waitMs: 1_000 })
  clock.move(1_000)
  expect((await tries('anna')).status).toBe(200)
})

test('[A11] what keeps the relay running is for operators', async () => {
  const [anna, olaf] = [await signsIn('anna'), await signsIn('olaf')]
  for (const path of ['/dead-letters', '/subscriptions', '/deeds']) {
    expect(await status(path, anna)).toBe(403)
    expect(await status(path, olaf)).toBe(200)
  }
  expect((await ask('POST', '/dead-letters/1/revive', { cookie: anna })).status).toBe(403)
  for (const cookie of [anna, olaf]) expect(await status('/conversations', cookie)).toBe(200)
})

test('[A12] what was done, tried and refused is in the audit log, the newest first', async () => {
  const cookie = await signsIn('olaf')
  await tries('anna', 'wrong')
  await ask('POST', '/conversations/nobody/close', { cookie })
  await relay.api('POST', '/dead-letters/7/revive')
  const { deeds } = await (await ask('GET', '/deeds', { cookie })).json()
  expect(deeds).toMatchObject([
    { who: 'api', what: '/dead-letters/:id/revive', about: '7', outcome: '404' },
    { who: 'olaf', what: '/conversations/:id/close', about: 'nobody', outcome: '404', network: '127.0.0.1' },
    { who: 'nobody', what: 'sign-in', outcome: '401' },
    { who: 'olaf', what: 'sign-in', outcome: '200', at: clock.now() }
  ])
  const older = await (await ask('GET', `/deeds?limit=1&before=${deeds[1].id}`, { cookie })).json()
  expect(older.deeds).toEqual([deeds[2]])
})

test('[A14] signing in makes a new token and ends the one before; signing out ends it', async () => {
  const first = await signsIn('anna')
  const second = await signsIn('anna', first)
  expect(second).not.toBe(first)
  expect(await status('/me', first)).toBe(401)
  const elsewhere = await signsIn('anna')
  const out = await ask('POST', '/sign-out', { cookie: second })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await status('/me', second)).toBe(401)
  expect(await status('/me', elsewhere)).toBe(200)
})

test('[A13] [A9] after a restart who was signed in still is, but for whom was disabled meanwhile', async () => {
  const [anna, olaf] = [await signsIn('anna'), await signsIn('olaf')]
  await relay.restart(accounts(', disabled: true'))
  expect(await status('/me', anna)).toBe(401)
  expect((await tries('anna')).status).toBe(401)
  expect(await status('/me', olaf)).toBe(200)
})

test('[A15] the database holds neither password nor token', async () => {
  const cookie = await signsIn('anna')
  const files = ['log.db', 'log.db-wal']
    .map(name => readFileSync(join(relay.folder, name), 'latin1'))
    .join('')
  expect(files).toContain('anna')
  for (const secret of [cookie.split('=')[1] ?? '', password]) expect(files).not.toContain(secret)
})
