import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ids, keys, visitors } from './channels/engage-digital/case.contract.ts'
import { type LaterClock, laterClock } from './testing/later-clock.ts'
import { type RunningRelay, runRelay } from './testing/relay.ts'
import { until } from './testing/until.ts'

let relay: RunningRelay
let clock: LaterClock
beforeEach(async () => {
  clock = laterClock()
  relay = await runRelay(channels, { clock })
})
afterEach(() => relay.close())

const settings = { ...keys, apiUrl: 'http://127.0.0.1:9', start: { restart: true } }
const channels = `channels: ${JSON.stringify({
  care: { ...settings, mask: ['card', 'email'], retentionDays: 30 },
  whole: settings
})}`

/** As the platform tells what a visitor of it said. */
async function says(channel: 'care' | 'whole', body: string, nth = 1): Promise<void> {
  const at = new Date(clock.now()).toISOString()
  const metadata = { ...visitors(), id: `content-${channel}-${nth}`, private: true, body, created_at: at }
  const resource = { id: metadata.id, metadata }
  const answer = await fetch(`${relay.url}/channels/${channel}/${keys.webhookSecret}`, {
    method: 'POST',
    headers: { 'x-dimelo-secret': keys.secret },
    body: JSON.stringify({
      domain_id: ids.domain,
      events: [{ type: 'content.imported', issued_at: at, resource }]
    })
  })
  expect(answer.status).toBe(200)
}
interface Line {
  id: string
  site: string
}
async function conversations(): Promise<readonly Line[]> {
  const answer = await relay.api('GET', '/conversations')
  return ((await answer.json()) as { conversations: Line[] }).conversations
}
const sites = async () => (await conversations()).map(({ site }) => site).sort()
async function hasLooked(): Promise<boolean> {
  const told = (await (await relay.api('GET', '/retention')).json()) as { sites: { endedAt?: number }[] }
  return told.sites[0]?.endedAt !== undefined
}
const inFiles = (words: string) =>
  readdirSync(relay.folder)
    .filter(name => name.startsWith('log.db'))
    .some(name => readFileSync(join(relay.folder, name), 'latin1').includes(words))

test('[LW36] [LW30] what a channel masks is masked before it is stored, and what another keeps is not', async () => {
  await says('care', 'It is 4111 1111 1111 1111, write to ada@example.com')
  await says('whole', 'It is ORD-123456 of grace@example.com')
  await until(async () => (await conversations()).length === 2)
  const log = async (site: string) => {
    const id = (await conversations()).find(one => one.site === site)?.id ?? ''
    return (await relay.api('GET', `/conversations/${id}`)).text()
  }
  expect(await log('channels/care')).toContain('It is [card], write to [email]')
  expect(await log('channels/whole')).toContain('It is ORD-123456 of grace@example.com')
  await until(() => JSON.stringify(relay.platform.calls).includes('[card]'))
  expect(['4111', 'ada@', 'grace@'].map(inFiles)).toEqual([false, false, true])
  expect(JSON.stringify([relay.platform.calls, relay.logged])).not.toMatch(/4111|ada@/)
})

test('[LW36] [LW1] what was last used too long ago is erased where a channel says so', async () => {
  await says('care', 'words-of-long-ago')
  await says('whole', 'words-for-ever')
  await until(async () => (await conversations()).length === 2)
  clock.later(29 * dayMs)
  await relay.restart(channels)
  await until(hasLooked)
  expect(await sites()).toEqual(['channels/care', 'channels/whole'])
  clock.later(2 * dayMs)
  await relay.restart(channels)
  await until(async () => (await conversations()).length === 1)
  expect(await sites()).toEqual(['channels/whole'])
  await until(() => !inFiles('words-of-long-ago'))
  expect(inFiles('words-for-ever')).toBe(true)
  // Whoever writes again there begins anew.
  await says('care', 'words-of-today', 2)
  await until(async () => (await conversations()).length === 2)
})

const dayMs = 86_400_000
