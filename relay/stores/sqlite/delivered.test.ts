import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Delivery } from '../../conversation/delivery.ts'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromVisitor, opening } from '../../testing/entries.ts'
import { deliveredSql } from './delivered.ts'
import { openSqlite, type SqliteStore } from './index.ts'

const to = 'topics/crm'
const one = conversation('one')
const clock = testClock()
let folder: string
let store: SqliteStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  store = openSqlite({ path: join(folder, 'log.db'), clock, node: 'node', leaseMs: 30_000 })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const owedTo = (seq: number, destination = to) => ({ owed: [{ destination, seq }] })
const seqs = async (page: { before?: number; limit: number }) =>
  (await store.operators.delivered(to, page)).map(({ entry }) => entry.seq)

test('[OP54] a subscriber’s own deliveries are told, the newest first, with what became of them', async () => {
  const owed: Delivery[] = []
  store.watch({ owed: more => owed.push(...more) })
  await store.append(opening(one, owedTo(1)))
  await store.append(adding(fromVisitor(2), one, owedTo(2, 'topics/stats')))
  await store.append(adding(fromVisitor(3), one, owedTo(3)))
  const [first, , last] = owed
  if (!first || !last) throw new Error('nothing was owed')
  const taken = { at: 9, tookMs: 3, outcome: 'taken', status: 200 } as const
  const failed = { at: 1, tookMs: 2, outcome: 'later', status: 500, reason: 'no' } as const
  await store.settle(first, { kind: 'later', dueAt: 9, reason: 'no' }, failed)
  await store.settle(first, { kind: 'done' }, taken)
  await store.settle(last, { kind: 'later', dueAt: 77, reason: 'no' }, failed)
  const told = ({ id, entry, owedAt }: Delivery) => ({
    id,
    destination: to,
    conversation: one,
    entry,
    owedAt
  })
  expect(await store.operators.delivered(to, { limit: 10 })).toEqual([
    { ...told(last), state: 'owed', dueAt: 77, reason: 'no', attempts: [failed] },
    { ...told(first), state: 'done', settledAt: clock.now(), attempts: [failed, taken] }
  ])
  expect(await seqs({ limit: 1 })).toEqual([3])
  expect(await seqs({ limit: 10, before: last.id })).toEqual([1])
  await store.erase(`hash of ${one}`)
  expect(await seqs({ limit: 10 })).toEqual([])
})

test('[OP54] it is found by an index, in which nobody else’s deliveries are', () => {
  const db = new Database(join(folder, 'log.db'))
  const details = deliveredSql.flatMap(sql => {
    const places = sql.split('?').length - 1
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: places }, () => '1'))
    return z
      .array(z.object({ detail: z.string() }))
      .parse(plan)
      .map(({ detail }) => detail)
  })
  expect(details.filter(detail => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  expect(details[0]).toContain('USING INDEX delivery_told')
  db.close()
})
