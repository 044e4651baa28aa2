import { afterEach, beforeAll, expect, test } from 'vitest'
import { hashOf } from '../../lib/password.ts'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { accounts } from '../../testing/desk.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'

const password = 'correct horse battery'
/** As dear as those in a real configuration, and so cheap that nobody waits for it. */
let dear = ''
const cheap = /'(scrypt[^']+)'/.exec(accounts())?.[1]
beforeAll(async () => {
  dear = await hashOf(password)
})

const hourMs = 3_600_000
let relay: RunningRelay
let clock: TestClock
afterEach(() => relay.close())

async function begins(proxies = 0): Promise<void> {
  clock = testClock()
  const line = (name: string, hash: string | undefined, more = '') =>
    `    - { name: ${name}, role: agent, hash: '${hash}'${more} }`
  const many = Array.from({ length: 10 }, (_, index) => line(`name-${index}`, cheap))
  const lines = [line('anna', dear), line('dora', dear, ', disabled: true'), ...many]
  relay = await runRelay(`console:\n  accounts:\n${lines.join('\n')}`, { clock, proxies })
}

async function tries(name: string, word: string, more: Record<string, string> = {}) {
  const began = performance.now()
  const answer = await fetch(`${relay.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: {
      origin: 'https://chat.example.com',
      'x-footbridge': 'console',
      'content-type': 'application/json',
      ...more
    },
    body: JSON.stringify({ name, password: word })
  })
  const headers = [...answer.headers].filter(([header]) => header !== 'date')
  const told = { status: answer.status, headers, body: await answer.json() }
  return { told, tookMs: performance.now() - began }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('[A37] an unknown name, a disabled account and a wrong password are one answer, after the same time', {
  timeout: 120_000
}, async () => {
  await begins()
  const kinds = { unknown: 'nobody', disabled: 'dora', wrong: 'anna' }
  const times = { unknown: [], disabled: [], wrong: [] } as Record<keyof typeof kinds, number[]>
  const told: unknown[] = []
  for (let round = 0; round < 5; round += 1)
    for (const kind of ['unknown', 'wrong', 'disabled'] as const) {
      // Nothing is held against anybody any more.
      clock.move(hourMs)
      const one = await tries(kinds[kind], `wrong ${round}`)
      times[kind].push(one.tookMs)
      told.push(one.told)
    }
  expect(told[0]).toMatchObject({ status: 401, body: { error: 'wrong' } })
  for (const one of told) expect(one).toEqual(told[0])
  // Whoever does not do the work in vain answers a hundred times as fast; a busy machine is not twice as slow for one of them alone.
  for (const kind of ['unknown', 'disabled'] as const) {
    const ratio = median(times[kind]) / median(times.wrong)
    expect(ratio, kind).toBeGreaterThan(1 / 3)
    expect(ratio, kind).toBeLessThan(3)
  }
})

test('[A38] what somebody writes about where they come from gets round no wait', async () => {
  await begins()
  for (let index = 0; index < 5; index += 1) {
    const forwarded = { 'x-forwarded-for': `203.0.113.${index}`, forwarded: `for=203.0.113.${index}` }
    expect((await tries(`name-${index}`, 'wrong', forwarded)).told.status).toBe(401)
  }
  for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip', 'cf-connecting-ip']) {
    const { told } = await tries('name-7', 'wrong', { [header]: '203.0.113.77' })
    expect(told, header).toMatchObject({ status: 429, body: { error: 'tooOften', waitMs: 1_000 } })
  }
})

test('[A38] behind a proxy that is trusted, what it says counts and what stands before that does not', async () => {
  await begins(1)
  const from = (given: string, said: string) => ({ 'x-forwarded-for': `${given}, ${said}` })
  for (let index = 0; index < 5; index += 1)
    await tries(`name-${index}`, 'wrong', from(`198.51.100.${index}`, '203.0.113.7'))
  const again = await tries('name-8', 'wrong', from('198.51.100.99', '203.0.113.7'))
  expect(again.told.status).toBe(429)
  const elsewhere = await tries('name-8', 'wrong', from('203.0.113.7', '203.0.113.8'))
  expect(elsewhere.told.status).toBe(401)
})

test('[A37] the right password is told to wait just as a wrong one, and a name that nobody has too', async () => {
  await begins(1)
  const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` })
  for (let index = 0; index < 5; index += 1) {
    await tries('name-1', 'wrong', from(index))
    await tries('nobody', 'wrong', from(100 + index))
  }
  const told = [
    await tries('name-1', password, from(50)),
    await tries('name-1', 'wrong', from(51)),
    await tries('nobody', 'wrong', from(52))
  ].map(one => one.told)
  expect(told[0]).toMatchObject({ status: 429, body: { waitMs: 1_000 } })
  for (const one of told) expect(one).toEqual(told[0])
})
