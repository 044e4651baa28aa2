import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Attempt, Delivery } from '../../conversation/delivery.ts'
import { testClock } from '../../testing/clock.ts'
import { adding, bot, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { migrate } from './migrations.ts'
import { storeOn } from './store.ts'

const clock = testClock()
const taken: Attempt = { at: 5, tookMs: 7, outcome: 'taken', status: 200 }
let db: Database.Database
let commits: number
let store: ReturnType<typeof storeOn>
let owed: Delivery[]

beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, () => undefined)
  commits = 0
  owed = []
  const crash = (point: string) => {
    if (point === 'before-commit') commits += 1
  }
  const onFault = (error: unknown) => expect.fail(String(error))
  store = storeOn(db, 'epoch', { clock, node: 'node', leaseMs: 30_000, onFault, crash })
  store.watch({ owed: more => owed.push(...more) })
})
afterEach(() => db.close())

const attemptsOf = async (id = conversation()) =>
  (await store.operators.timeline(id, 0, 10)).flatMap(({ deliveries }) => deliveries[0]?.attempts ?? [])

test('[OP4] what went well is written down with the commit of somebody else', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.append(opening(conversation(`c${i}`)))))
  expect(commits).toBe(1)
  const marks = owed.map(delivery => store.settleSoon(delivery, taken))
  store.markShown(conversation('c1'), 1)
  await store.append(opening(conversation('next')))
  await Promise.all(marks)
  expect(commits).toBe(2)
  expect(await attemptsOf(conversation('c7'))).toEqual([taken])
})

test('[OP1] an attempt is there when its settlement is, and not without it', async () => {
  await store.append(opening())
  const [delivery] = owed
  if (!delivery) throw new Error('nothing was owed')
  const failed: Attempt = { at: 1, tookMs: 2, outcome: 'later', status: 503, reason: 'busy' }
  db.pragma('query_only = ON')
  expect(await store.settle(delivery, { kind: 'later', dueAt: 9, reason: 'busy' }, failed)).toBe(false)
  db.pragma('query_only = OFF')
  expect(await attemptsOf()).toEqual([])
  await store.settle(delivery, { kind: 'later', dueAt: 9, reason: 'busy' }, failed)
  await store.settle(delivery, { kind: 'done' }, taken)
  expect(await attemptsOf()).toEqual([failed, taken])
})

test('[OP3] an attempt that comes back after its visitor was erased is written down nowhere', async () => {
  await store.append(opening())
  await store.append(adding(fromVisitor(2)))
  const failed: Attempt = { at: 1, tookMs: 2, outcome: 'refused', reason: 'no' }
  await Promise.all(owed.map(one => store.settle(one, { kind: 'dead', reason: 'no' }, failed)))
  await store.erase(`hash of ${conversation()}`)
  for (const one of owed) await store.settle(one, { kind: 'dead', reason: 'no' }, failed)
  store.markShown(conversation(), 2)
  await store.append(opening(conversation('next')))
  for (const table of ['attempt', 'been_read', 'delivery', 'entry']) {
    const sql = `SELECT count(*) AS n FROM ${table} WHERE conversation = ?`
    expect(db.prepare(sql).get([conversation()])).toMatchObject({ n: 0 })
  }
  expect(owed.map(({ destination }) => destination)).toContain(bot)
})

/** Of each entry, when it was shown and read, as far as that is told. */
const told = async () =>
  (await store.operators.timeline(conversation(), 0, 10)).map(({ entry: { seq }, shownAt, readAt }) => ({
    seq,
    shownAt,
    readAt
  }))

test('[OP53] of what visitors said themselves it is not told when they were shown and read it', async () => {
  await store.append(opening())
  await store.append(adding(fromBot(2)))
  const shownAt = clock.now()
  store.markShown(conversation(), 2)
  await store.append(adding(fromVisitor(3)))
  clock.move(1_000)
  const readAt = clock.now()
  await store.markSeen(conversation(), 3)
  clock.move(60_000)
  await store.append(adding(fromBot(4)))
  store.markShown(conversation(), 4)
  await store.append(adding({ seq: 5, at: 5, kind: 'note', id: 'note-5-00000', by: 'Anna', text: 'hm' }))
  const later = clock.now()
  expect((await told()).slice(1)).toEqual([
    { seq: 2, shownAt, readAt },
    { seq: 3, shownAt: undefined, readAt: undefined },
    { seq: 4, shownAt: later, readAt: undefined },
    { seq: 5, shownAt: undefined, readAt: undefined }
  ])
})

test('[OP53] nothing was read before it was shown: where the mark was lost with a relay that died, it is not known', async () => {
  await store.append(opening())
  await store.append(adding(fromBot(2)))
  const readAt = clock.now()
  await store.markSeen(conversation(), 2)
  clock.move(60_000)
  await store.append(adding(fromBot(3)))
  // Another tab, which is given all of it.
  store.markShown(conversation(), 3)
  await store.append(opening(conversation('next')))
  expect((await told()).slice(1)).toEqual([
    { seq: 2, shownAt: undefined, readAt },
    { seq: 3, shownAt: clock.now(), readAt: undefined }
  ])
})
