import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Retention } from '../../conversation/retention.ts'
import { quietLog } from '../../lib/log.ts'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { adding, bot, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { fullDisk } from '../../testing/full-disk.ts'
import { leftByAKill } from '../../testing/left-by-a-kill.ts'
import { linesLeft } from '../../testing/lines-left.ts'
import { openSqlite, type SqliteStore } from './index.ts'
import { retainingSql } from './retaining.ts'

let folder: string
let store: SqliteStore
let clock: TestClock
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  clock = testClock(10 * dayMs)
  store = open()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = (within = folder) =>
  openSqlite({ path: join(within, 'log.db'), clock, node: 'node', leaseMs: 30_000 })
const inFiles = (words: string) =>
  readdirSync(folder).some(name => readFileSync(join(folder, name), 'latin1').includes(words))
/** Later than everything that these conversations say of themselves. */
const before = 1_000
const old = conversation('old')
const dayMs = 86_400_000

async function fill(id = old, many = 10, hash = `hash of ${id}`): Promise<void> {
  await store.append(
    opening(id, { visitor: { hash, site: 'shop' }, address: { destination: bot, address: `their ${id}` } })
  )
  for (let seq = 2; seq <= many; seq += 1) {
    const received = { from: bot, ids: [`event-${id}-${seq}`], seq }
    const entry = seq % 2 ? fromVisitor(seq, `words-of-${id}`) : fromBot(seq, `words-of-${id}`)
    await store.append(adding(entry, id, seq % 2 ? { alarm: { at: 5, of: seq } } : { received }))
  }
  await store.markSeen(id, 2)
}
const clearAll = async () => {
  while (await store.retaining.clear(50));
}

test('[LW1] of what is too old nothing is left, and what was used since stays whole', async () => {
  const young = conversation('young')
  await fill()
  await fill(young)
  await store.append(adding({ ...fromVisitor(11), at: before }, young))
  const aged = await store.retaining.aged('shop', before, { limit: 10 })
  expect(aged).toMatchObject([
    { id: old, usedAt: 10 },
    { id: young, usedAt: before }
  ])
  expect(await store.retaining.withdraw([old, young], before)).toEqual([old])
  await clearAll()
  store.retaining.empty()
  expect(linesLeft(folder, old)).toBe(0)
  expect(await store.visitor('hash of c-old')).toBeUndefined()
  expect(await store.had('hash of c-old', 10)).toEqual([])
  expect(await store.byReceived(bot, ['event-c-old-2'])).toBeUndefined()
  expect(await store.byAddress(bot, 'their c-old')).toBeUndefined()
  expect(await store.seen(old)).toBe(0)
  expect((await store.alarms(10 * dayMs, 100)).filter(alarm => alarm.conversation === old)).toEqual([])
  expect((await store.claim(100)).filter(delivery => delivery.conversation === old)).toEqual([])
  expect(await store.read(young, 0, 100)).toHaveLength(11)
  expect(await store.byReceived(bot, ['event-c-young-2'])).toBeDefined()
  expect(await store.byAddress(bot, 'their c-young')).toBe(young)
  expect(await store.visitor('hash of c-young')).toBeDefined()
})

test('[LW1] a token stays with whoever has begun another conversation since', async () => {
  await fill(old, 3, 'mine')
  await store.append({
    conversation: old,
    expected: 3,
    entries: [{ seq: 4, at: 4, kind: 'closed' }],
    owed: [],
    phase: 'closed'
  })
  await store.append(opening(conversation('new'), { visitor: { hash: 'mine', site: 'shop' } }))
  await store.retaining.withdraw([old], before)
  await clearAll()
  expect(await store.visitor('mine')).toEqual({ site: 'shop', conversation: conversation('new') })
  expect(await store.had('mine', 10)).toMatchObject([{ id: conversation('new') }])
})

test('[LW2] no slice changes more rows than it may, however long a log is', async () => {
  await fill(old, 200)
  await store.retaining.withdraw([old], before)
  const left = () => linesLeft(folder, old)
  expect(left()).toBe(200)
  for (let last = left(); await store.retaining.clear(30); last = left()) {
    expect(last - left()).toBeLessThanOrEqual(30)
  }
  expect(left()).toBe(0)
})

test('[LW2] [LW4] between two slices others have the store, and how much is left is told', async () => {
  await fill(old, 300)
  let slices = 0
  const left: number[] = []
  const counted = {
    ...store.retaining,
    async clear(rows: number) {
      slices += 1
      return store.retaining.clear(rows)
    }
  }
  const retention = new Retention({
    store: counted,
    clock,
    log: quietLog,
    sites: [{ site: 'shop', days: 1 }],
    gone: () => Promise.resolve(),
    meter: { erased() {}, left: (_, count) => left.push(count) }
  })
  const done = retention.run()
  for (const settled of [1, 2, 3]) {
    await turns()
    expect(slices).toBeLessThanOrEqual(settled + 1)
    expect((await store.append(opening(conversation(`meanwhile-${settled}`)))).kind).toBe('appended')
    clock.move(25)
  }
  for (let turn = 0; turn < 100; turn += 1) {
    await turns()
    clock.move(25)
  }
  await done
  expect(retention.view()).toMatchObject([{ state: 'waiting', erased: 1 }])
  expect(slices).toBeGreaterThan(3)
  // After its only page, and at its end.
  expect(left).toEqual([0, 0])
})

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
}

test('[LW3] wherever it dies, nobody reaches what was withdrawn, and the next start goes on from there', async () => {
  await fill(old, 100)
  const [late] = await store.claim(1)
  await store.retaining.withdraw([old], before)
  await store.retaining.clear(20)
  const [alarm] = await store.alarms(10 * dayMs, 1)
  expect(alarm).toBeUndefined()
  expect((await store.append(adding(fromBot(101), old))).kind).toBe('failed')
  if (late) await store.link(late, 'their again')
  expect(await store.byAddress(bot, 'their again')).toBeUndefined()
  const left = leftByAKill(folder)
  const next = open(left)
  expect(await next.claim(100)).toEqual([])
  expect(await next.visitor('hash of c-old')).toBeUndefined()
  expect(await next.conversations({ limit: 10 })).toEqual([])
  while (await next.retaining.clear(50));
  expect(linesLeft(left, old)).toBe(0)
  expect(await next.byReceived(bot, ['event-c-old-2'])).toBeUndefined()
  await next.close()
  rmSync(left, { recursive: true })
})

test('[LW3] a store that cannot store has nothing done to it, and the round says so', async () => {
  await fill()
  const views: string[] = []
  const retention = new Retention({
    store: { ...store.retaining, withdraw: async () => undefined },
    clock,
    log: quietLog,
    sites: [{ site: 'shop', days: 1 }],
    async gone() {
      views.push('gone')
    },
    meter: { erased() {}, left: (_, count) => views.push(`left ${count}`) }
  })
  await retention.run()
  expect(retention.view()).toMatchObject([{ state: 'failed', erased: 0, looked: 0, found: 1 }])
  expect(views).toEqual(['left 1'])
  expect(await store.read(old, 0, 100)).toHaveLength(10)
})

test('[LW4] a site that could not be looked at says so, and the others have their turn', async () => {
  await fill()
  const aged: typeof store.retaining.aged = async (site, ...rest) => {
    if (site === 'broken') throw new Error('no such page')
    return store.retaining.aged(site, ...rest)
  }
  const retention = new Retention({
    store: { ...store.retaining, aged },
    clock,
    log: quietLog,
    sites: ['broken', 'shop'].map(site => ({ site, days: 1 })),
    gone: () => Promise.resolve(),
    meter: { erased() {}, left() {} }
  })
  const done = retention.run()
  for (let turn = 0; turn < 20; turn += 1) {
    await turns()
    clock.move(25)
  }
  await done
  expect(retention.view()).toMatchObject([{ state: 'failed' }, { state: 'waiting', erased: 1 }])
})

test('[LW5] what is old is looked for in no table as a whole', () => {
  const db = new Database(join(folder, 'log.db'))
  db.pragma('foreign_keys = OFF')
  for (const sql of retainingSql) {
    const places = sql.split('?').length - 1
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: places }, () => '1'))
    const steps = z.array(z.object({ detail: z.string() })).parse(plan)
    const scans = steps
      .map(({ detail }) => detail)
      .filter(detail => /^SCAN (?!json_each|CONSTANT|\(subquery)/.test(detail))
    expect(scans, sql).toEqual([])
  }
  db.close()
})

test('[LW5] no word of what was erased is found in the store’s files', async () => {
  await fill(old, 50)
  await fill(conversation('kept'), 50)
  expect(inFiles('words-of-c-old')).toBe(true)
  await store.retaining.withdraw([old], before)
  await clearAll()
  store.retaining.empty()
  expect([inFiles('words-of-c-old'), inFiles('words-of-c-kept')]).toEqual([false, true])
})

test('[LW5] … nor of what a later round finished, once that is over', async () => {
  await fill(old, 50)
  await fill(conversation('kept'), 50)
  const retention = new Retention({
    store: store.retaining,
    clock,
    log: quietLog,
    sites: [],
    gone: () => Promise.resolve(),
    meter: { erased() {}, left() {} }
  })
  await retention.run()
  const makeRoom = fullDisk(folder)
  expect(await store.erase('hash of c-old', { at: 9, owed: [] })).toBeUndefined()
  await retention.run()
  expect(inFiles('words-of-c-old')).toBe(true)
  makeRoom()
  const done = retention.run()
  for (let turn = 0; turn < 20; turn += 1) {
    await turns()
    clock.move(25)
  }
  await done
  expect(await store.read(old, 0, 10)).toMatchObject([{ kind: 'erased' }])
  expect([inFiles('words-of-c-old'), inFiles('words-of-c-kept')]).toEqual([false, true])
})
