import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Delivery } from '../../conversation/delivery.ts'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromVisitor, opening } from '../../testing/entries.ts'
import { openSqlite, type SqliteStore } from './index.ts'

const id = conversation('erased')
const hash = `hash of ${id}`
const at = 86_400_000

let folder: string
let store: SqliteStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  store = open()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = () =>
  openSqlite({ path: join(folder, 'log.db'), clock: testClock(at), node: 'node', leaseMs: 30_000 })

/** A long log; of its first half a subscriber was told. */
async function fill(many = 200): Promise<void> {
  const address = { destination: 'channels/care', address: 'theirs' }
  await store.append(opening(id, { visitor: { hash, site: 'shop' }, address }))
  const told: Delivery[] = []
  const stop = store.watch({ owed: owed => void told.push(...owed) })
  for (let seq = 2; seq <= many; seq += 1) {
    const owed = seq < many / 2 ? [{ seq, destination: 'topics/crm' }] : []
    await store.append(adding(fromVisitor(seq, 'kumquat', `client-say-${seq}`), id, { owed }))
  }
  for (const one of told) await store.settle(one, { kind: 'done' })
  stop()
}

async function owedAnew(): Promise<readonly Delivery[]> {
  const owed: Delivery[] = []
  const stop = store.watch({ owed: more => void owed.push(...more) })
  await store.owe(id, 150, 'topics/crm')
  stop()
  return owed
}

const some = (one: unknown) => (one === undefined ? [] : [one])
/** Every way to what somebody said, or to who they are. */
const ways: Record<string, () => Promise<readonly unknown[]>> = {
  log: () => store.read(id, 0, 500),
  'its end': () => store.readBefore(id, 1_000, 500),
  'one entry': async () => some(await store.byClientId(id, 'client-say-150')),
  'all logs': () => store.stored(0, 500),
  timeline: () => store.operators.timeline(id, 0, 500),
  search: async () => (await store.operators.search({ text: 'kumquat', limit: 10 })).matches,
  'search by kind': async () => (await store.operators.search({ limit: 10 })).matches,
  'what a subscriber was told': () => store.operators.delivered('topics/crm', { limit: 500 }),
  'what one is told once more': owedAnew,
  'what is owed': () => store.claim(500),
  list: () => store.conversations({ limit: 10 }),
  summary: async () => some(await store.summary(id)),
  address: async () => some(await store.byAddress('channels/care', 'theirs')),
  visitor: async () => some(await store.visitor(hash)),
  had: () => store.had(hash, 10)
}
async function reached(): Promise<readonly string[]> {
  const found: string[] = []
  for (const [way, go] of Object.entries(ways)) if ((await go()).length > 0) found.push(way)
  return found
}
/** So that there is something to claim. */
async function restart(): Promise<void> {
  await store.close()
  store = open()
}

const withdrawals = {
  'by wish': () => store.erase(hash, { at, owed: [] }),
  'by age': () => store.retaining.withdraw([id], 1_000)
}

test.each(Object.entries(withdrawals))(
  '[LW50] [LW20] [LW3] what is erased %s is reached by no way before it is cleared, after a kill neither',
  async (_, withdraw) => {
    await fill()
    await restart()
    expect(await reached()).toEqual(Object.keys(ways))
    const cutShort = withdraw()
    expect(await reached()).toEqual([])
    await store.close()
    await cutShort
    store = open()
    expect(await reached()).toEqual([])
    await store.retaining.clear(1_000)
    expect(await reached()).toEqual([])
  }
)

test('[LW50] what is erased between a match and its line is not found', async () => {
  await store.append(opening(id))
  await store.append(adding(fromVisitor(2, 'kumquat'), id))
  const long = conversation('long')
  await store.append(opening(long))
  for (let seq = 2; seq < 1_000; seq += 1) await store.append(adding(fromVisitor(seq, 'kumquat'), long))
  await store.append(adding(fromVisitor(3, 'kumquat'), id))
  const search = () => store.operators.search({ text: 'kumquat', limit: 10 })
  expect((await search()).matches.map(match => match.conversation)).toEqual([id, long])
  const found = search()
  // By now it has the newest matches, and goes on to others.
  await setImmediate()
  await store.retaining.withdraw([id], 2_000)
  expect((await found).matches.map(match => match.conversation)).toEqual([long])
})
