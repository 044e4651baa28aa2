import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guest } from '../testing/files.ts'
import { type LaterClock, laterClock } from '../testing/later-clock.ts'
import { png } from '../testing/pictures.ts'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
let clock: LaterClock
/** What the relay does every so many ms. */
let regular: { ms: number; call(): void }[]
beforeEach(async () => {
  const later = laterClock()
  regular = []
  clock = {
    ...later,
    every(ms, call) {
      regular.push({ ms, call })
      return later.every(ms, call)
    }
  }
  const site = '{ origins: ["https://short.example.com"], bot: support, start: { restart: true }'
  const files = 'files: { enabled: true, visitors: always }'
  relay = await runRelay('', { clock, sites: `  short: ${site}, retentionDays: 30, ${files} }` })
})
afterEach(() => relay.close())

const dayMs = 86_400_000
const hourMs = 3_600_000
async function talk(site: string, words: string) {
  const from = site === 'short' ? 'https://short.example.com' : 'https://shop.example.com'
  const socket = relay.socket(site, from)
  const { conversation } = await socket.hello({ site })
  await socket.send({ type: 'say', id: 'client-say-0001', text: words })
  await socket.heard(frame => frame.type === 'said')
  return conversation
}
interface SiteView {
  site: string
  state: string
  erased: number
  looked: number
  startedAt: number
  endedAt?: number
}
async function progress(): Promise<SiteView[]> {
  const { sites } = (await (await relay.api('GET', '/retention')).json()) as { sites: SiteView[] }
  return sites
}
const count = async (id: string) =>
  (await relay.api('GET', `/conversations/${id}`)).status === 404 ? 'gone' : 'there'
const inFiles = (words: string) =>
  readdirSync(relay.folder)
    .filter(name => name.startsWith('log.db'))
    .some(name => readFileSync(join(relay.folder, name), 'latin1').includes(words))

test('[LW1] [LW4] what was last used too long ago is erased where a site says so, and how far that is can be read', async () => {
  const old = await talk('short', 'words-of-long-ago')
  const kept = await talk('shop', 'words-for-ever')
  await until(() => relay.platform.calls.length >= 6)
  clock.later(29 * dayMs)
  const young = await talk('short', 'words-of-late')
  clock.later(2 * dayMs)
  await relay.restart('')
  await until(async () => (await progress())[0]?.endedAt !== undefined)
  expect(await progress()).toEqual([
    {
      site: 'short',
      days: 30,
      state: 'waiting',
      before: expect.any(Number),
      looked: 1,
      found: 1,
      erased: 1,
      startedAt: expect.any(Number),
      endedAt: expect.any(Number)
    }
  ])
  expect(await Promise.all([old, kept, young].map(count))).toEqual(['gone', 'there', 'there'])
  expect(['words-of-long-ago', 'words-for-ever', 'words-of-late'].map(inFiles)).toEqual([false, true, true])
  const metrics = await (await fetch(`${relay.url}/metrics`)).text()
  expect(metrics).toContain('footbridge_retention_erased_total{site="short"} 1')
  expect(metrics).toContain('footbridge_retention_left{site="short"} 0')
})

test('[LW4] how far it is, operators are told', async () => {
  expect((await relay.api('GET', '/retention', undefined, 'wrong')).status).toBe(401)
  expect(await progress()).toMatchObject([{ site: 'short', days: 30, erased: 0 }])
})

/** Somebody who has said a file. */
async function sender() {
  const one = await guest(relay, 'short', 'https://short.example.com')
  const file = (await one.upload(png())).body.file?.id ?? ''
  await one.socket.send({ type: 'file', id: 'client-file-001', file })
  await one.socket.heard(({ type }) => type === 'said')
  return one.conversation
}

test('[FI40] [LW4] when a round tells of a conversation that it erased, its files are gone', async () => {
  const old = await sender()
  clock.later(20 * dayMs)
  const young = await sender()
  const owners = () => readdirSync(join(relay.folder, 'files', 'of')).sort()
  expect(owners()).toEqual([old, young].sort())
  clock.later(11 * dayMs)
  for (const { ms, call } of regular) if (ms === hourMs) call()
  await until(async () => (await progress())[0]?.erased === 1)
  expect(owners()).toEqual([young])
  expect(await Promise.all([old, young].map(count))).toEqual(['gone', 'there'])
})
