import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { openSqlite } from './index.ts'
import { timelineSql } from './timeline.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = () => join(folder, 'log.db')
const open = () => openSqlite({ path: path(), clock: testClock(), node: 'node', leaseMs: 30_000 })
type Opened = ReturnType<typeof open>

const atOnce = 1_000

async function says(store: Opened, name: string, many: number): Promise<void> {
  const id = conversation(name)
  await store.append(opening(id, { owed: [], visitor: { hash: name, site: 'shop' } }))
  const entries = Array.from({ length: many }, (_, nth) => fromVisitor(nth + 2, 'a lamp'))
  for (let from = 0; from < many; from += atOnce) {
    const some = entries.slice(from, from + atOnce)
    await Promise.all(some.map(entry => store.append(adding(entry, id, { owed: [] }))))
    // Whoever searches takes in what few there are.
    await store.operators.search({ text: 'nothing', limit: 1 })
  }
}

const plan = z.array(z.object({ detail: z.string() }))
/** Looked up for one conversation, or for one entry that was found. */
const isOfOne = /going USING PRIMARY KEY \(conversation=\?\)$|d USING INDEX delivery_by_entry \(entry=\?\)$/

test('[OP63] what a page of a timeline is told from is found by its place in the log, never by the log as a whole', async () => {
  await open().close()
  const db = new Database(path())
  for (const [name, sql] of Object.entries(timelineSql)) {
    const places = Array.from({ length: sql.split('?').length - 1 }, () => '1')
    const steps = plan.parse(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places))
    const reads = steps
      .map(({ detail }) => detail)
      .filter(detail => /^(SEARCH|SCAN)/.test(detail) && !isOfOne.test(detail))
    expect([name, reads]).toEqual([name, [expect.stringMatching(/\(conversation=\? AND (seq|delivery)>\?/)]])
  }
  db.close()
})

test('[OP63] [OP1] [OP2] a page in the middle of a log tells the same as the whole of it', async () => {
  const store = open()
  const id = conversation('long')
  await store.append(opening(id, { owed: [], visitor: { hash: 'long', site: 'shop' } }))
  const owed: Parameters<Opened['settle']>[0][] = []
  store.watch({ owed: more => void owed.push(...more) })
  for (let seq = 2; seq <= 40; seq += 1)
    await store.append(adding(seq % 3 === 0 ? fromBot(seq, 'a light') : fromVisitor(seq, 'a lamp'), id))
  for (const delivery of owed) {
    const later = { at: delivery.entry.seq, tookMs: 1, outcome: 'later', status: 503 } as const
    await store.settle(delivery, { kind: 'later', dueAt: 1, reason: 'busy' }, later)
    await store.settle(delivery, { kind: 'done' }, { at: 50, tookMs: 1, outcome: 'taken', status: 200 })
  }
  for (const seq of [7, 21, 33]) await store.markSeen(id, seq)
  const whole = await store.operators.timeline(id, 0, 500)
  expect(whole[9]).toMatchObject({ deliveries: [{ attempts: [{ status: 503 }, { status: 200 }] }] })
  expect(whole[11]?.readAt).toBeDefined()
  for (const [after, limit] of [
    [0, 5],
    [9, 10],
    [30, 10],
    [39, 5]
  ] as const)
    expect(await store.operators.timeline(id, after, limit)).toEqual(whole.slice(after, after + limit))
  await store.close()
})

test('[OP63] a page is told from what was given together with it, not from a mark far beyond', async () => {
  const store = open()
  const id = conversation('long')
  await store.append(opening(id, { owed: [] }))
  const answers = Array.from({ length: 800 }, (_, nth) => fromBot(nth + 2))
  await Promise.all(answers.map(entry => store.append(adding(entry, id, { owed: [] }))))
  store.markShown(id, 790)
  await store.append(adding(fromBot(802), id, { owed: [] }))
  const [first, near, after] = await Promise.all(
    [2, 700, 791].map(async seq => (await store.operators.timeline(id, seq - 1, 1))[0])
  )
  expect(near?.shownAt).toBeDefined()
  expect([first, after]).toEqual(
    [first, after].map(() => expect.not.objectContaining({ shownAt: expect.anything() }))
  )
  await store.close()
})

test('[OP64] while thousands of matches are looked through, others are served', async () => {
  const store = open()
  await says(store, 'first', 1)
  await says(store, 'long', 6_000)
  let turns = 0
  let isFound = false
  const found = store.operators.search({ text: 'lamp', limit: 10 }).finally(() => {
    isFound = true
  })
  while (!isFound) {
    await setImmediate()
    turns += 1
  }
  expect((await found).matches.map(({ conversation: id }) => id)).toEqual([
    conversation('long'),
    conversation('first')
  ])
  expect(turns).toBeGreaterThan(5)
  await store.close()
})
