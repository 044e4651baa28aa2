import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testClock } from '../../testing/clock.ts'
import { adding, closing, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { leftByAKill } from '../../testing/left-by-a-kill.ts'
import { linesLeft } from '../../testing/lines-left.ts'
import { erasingSql } from './erasing.ts'
import { openSqlite } from './index.ts'
import { migrate } from './migrations.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (clock = testClock(), within = folder) =>
  openSqlite({ path: join(within, 'log.db'), clock, node: 'node', leaseMs: 30_000 })
const filesOf = (within: string) =>
  readdirSync(within).map(name => readFileSync(join(within, name), 'latin1'))
const inFiles = (words: string) => filesOf(folder).some(text => text.includes(words))
/** What was said, and by whom it was proved. */
const traces = ['erased-words', 'hash-erased']

/** Two visitors whose entries lie beside each other, in pages that fill and split. */
async function fill(store: ReturnType<typeof open>, many: number): Promise<void> {
  const who = ['erased', 'stays'] as const
  for (const name of who) {
    await store.append(opening(conversation(name), { visitor: { hash: `hash-${name}`, site: 'shop' } }))
  }
  for (let seq = 2; seq < many; seq += 1) {
    for (const name of who) {
      const long = `${name}-words-${seq} `.repeat(seq % 7 === 0 ? 900 : 3)
      const entry = seq % 2 ? fromVisitor(seq, long, `client-${name}-${seq}`) : fromBot(seq, long)
      const received = { from: 'bots/support', ids: [`event-${name}-${seq}`], seq }
      await store.append(adding(entry, conversation(name), seq % 2 ? {} : { received }))
    }
  }
}

test('[U26] nothing that who is erased said is found in the store’s files, and everything of who stays is', async () => {
  const store = open()
  await fill(store, 200)
  expect(traces.map(inFiles)).toEqual([true, true])
  expect(await store.erase('hash-erased')).toEqual([conversation('erased')])
  expect(traces.map(inFiles)).toEqual([false, false])
  expect(await store.read(conversation('stays'), 0, 1_000)).toHaveLength(199)
  await store.close()
  expect(traces.map(inFiles)).toEqual([false, false])
  expect(inFiles('stays-words-199')).toBe(true)
})

/** Another program that reads the file, as a backup does. */
function reading(within = folder): () => void {
  const other = new Database(join(within, 'log.db'))
  other.exec('BEGIN')
  other.prepare('SELECT count(*) FROM entry').all([])
  return () => {
    other.exec('COMMIT')
    other.close()
  }
}

test('[U26] what was said stays in the log of writes no longer than another program reads the file', async () => {
  const clock = testClock()
  const store = open(clock)
  await fill(store, 50)
  const stopReading = reading()
  expect(await store.erase('hash-erased')).toEqual([conversation('erased')])
  expect(await store.read(conversation('erased'), 0, 10)).toEqual([])
  clock.move(1_000)
  expect(inFiles('erased-words')).toBe(true)
  stopReading()
  clock.move(1_000)
  expect(traces.map(inFiles)).toEqual([false, false])
  await store.close()
})

test('[U26] a relay that died before it emptied the log of writes does so at its start', async () => {
  const store = open()
  await fill(store, 50)
  const stopReading = reading()
  await store.erase('hash-erased')
  const left = leftByAKill(folder)
  stopReading()
  await store.close()
  const next = open(testClock(), left)
  expect(filesOf(left).some(text => text.includes('erased-words'))).toBe(false)
  expect(await next.read(conversation('stays'), 0, 100)).toHaveLength(49)
  await next.close()
  rmSync(left, { recursive: true })
})

test('[U26] … or as soon as no other program reads the file', async () => {
  const store = open()
  await fill(store, 50)
  const stopReading = reading()
  await store.erase('hash-erased')
  const left = leftByAKill(folder)
  stopReading()
  await store.close()
  const clock = testClock()
  const isLeft = () => filesOf(left).some(text => text.includes('erased-words'))
  const stopReadingLeft = reading(left)
  const next = open(clock, left)
  next.retaining.empty()
  expect(isLeft()).toBe(true)
  stopReadingLeft()
  clock.move(1_000)
  expect(isLeft()).toBe(false)
  await next.close()
  rmSync(left, { recursive: true })
})

test('[U26] the newest entries may be erased, and the log has not gone back in time', async () => {
  const store = open()
  await fill(store, 10)
  await store.append(adding(fromVisitor(10), conversation('erased')))
  const { epoch } = store
  await store.close()
  const again = open()
  await again.erase('hash-stays')
  await again.erase('hash-erased')
  // As after a kill: the mark still tells of the entries that were there.
  const mark = readFileSync(join(folder, 'log.db.mark'), 'utf8')
  expect(JSON.parse(mark)).toMatchObject({ epoch })
  await again.close()
  const third = open()
  expect(third.epoch).toBe(epoch)
  await third.close()
})

test('[U33] who is erased is looked for in no table as a whole', async () => {
  await open().close()
  const db = new Database(join(folder, 'log.db'))
  // As it is while somebody is erased.
  db.pragma('foreign_keys = OFF')
  for (const sql of erasingSql) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(sql.includes('?') ? ['x'] : []))
    const steps = z.array(z.object({ detail: z.string() })).parse(plan)
    const scans = steps
      .map(({ detail }) => detail)
      .filter(detail => /^SCAN (?!json_each|CONSTANT)/.test(detail))
    expect(scans, sql).toEqual([])
  }
  db.close()
})

test('[U33] [DK2] what an older relay left is a visitor’s as far as it was known to be, wherever the upgrade is killed', async () => {
  const before = open()
  await fill(before, 5)
  await before.append(closing(conversation('erased'), 5))
  const later = conversation('later')
  await before.append(opening(later, { visitor: { hash: 'hash-erased', site: 'shop' } }))
  const told = await before.summary(conversation('erased'))
  await before.close()
  const db = asVersion3()
  for (let step = 0; step < 4; step += 1) expect(() => migrate(db, killedAfter(step))).toThrow('killed')
  db.close()
  const store = open()
  // That the first was theirs, no table of that version said.
  expect(await store.had('hash-erased', 10)).toMatchObject([{ id: later }])
  expect(await store.had('hash-stays', 10)).toMatchObject([{ id: conversation('stays'), head: 4 }])
  expect(await store.summary(conversation('erased'))).toEqual(told)
  expect(await store.erase('hash-erased')).toEqual([later])
  expect(await store.read(conversation('stays'), 0, 10)).toHaveLength(4)
  await store.close()
})

/** The database as a relay left it that knew version 1 of the wire. */
function asVersion3(): Database.Database {
  const db = new Database(join(folder, 'log.db'))
  const indices = ['address', 'alarm'].map(table => `${table}_by_conversation`)
  for (const index of [...indices, 'delivery_by_entry', 'received_by_entry', 'delivery_told'])
    db.exec(`DROP INDEX ${index}`)
  for (const table of ['delivery', 'received']) db.exec(`ALTER TABLE ${table} DROP COLUMN entry`)
  for (const table of [
    'had',
    'sign_in',
    'deed',
    'presence',
    'attempt',
    'been_read',
    'said',
    'going',
    'rotation'
  ])
    db.exec(`DROP TABLE ${table}`)
  for (const index of ['waiting', 'by_time', 'by_site']) db.exec(`DROP INDEX conversation_${index}`)
  for (const column of ['at', 'head', 'since', 'said', 'named', 'page', 'turned'])
    db.exec(`ALTER TABLE conversation DROP COLUMN ${column}`)
  for (const column of ['sent_at', 'took_ms', 'status', 'dropped_at', 'dropped_why'])
    db.exec(`ALTER TABLE delivery DROP COLUMN ${column}`)
  for (const column of ['stored_at', 'shown_at']) db.exec(`ALTER TABLE entry DROP COLUMN ${column}`)
  db.pragma('user_version = 3')
  return db
}

function killedAfter(steps: number) {
  let left = steps
  return (point: string) => {
    if (point !== 'in-migration') return
    left -= 1
    if (left < 0) throw new Error('killed')
  }
}

test('[U26] nothing of what one after the other said is left, however their words lay among each other', async () => {
  const store = open()
  const names = ['first', 'second', 'third', 'fourth', 'fifth']
  const all = (work: (name: string, nth: number) => Promise<unknown>) => Promise.all(names.map(work))
  await all(name =>
    store.append(opening(conversation(name), { visitor: { hash: `hash-${name}`, site: 'shop' } }))
  )
  for (let seq = 2; seq < 300; seq += 1) {
    await all((name, nth) => {
      const words = `${name}-words-${seq} `.repeat(1 + ((seq * 7 + nth * 13) % (seq % 9 ? 11 : 60)))
      return store.append(adding(fromBot(seq, words), conversation(name)))
    })
  }
  for (const name of names) {
    await store.erase(`hash-${name}`)
    expect(inFiles(`${name}-words`), name).toBe(false)
  }
  expect(await store.stored(0, 10)).toEqual([])
  await store.close()
})

test('[U26] what may be left in the slack of an index is an id, until the file is written anew', async () => {
  const store = open()
  await fill(store, 300)
  await store.erase('hash-erased')
  await store.close()
  expect(inFiles('erased-words')).toBe(false)
  const db = new Database(join(folder, 'log.db'))
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  expect(['c-erased', 'client-erased', 'event-erased', ...traces].filter(inFiles)).toEqual([])
  const again = open()
  expect(again.epoch).toBe(store.epoch)
  expect(await again.read(conversation('stays'), 0, 1_000)).toHaveLength(299)
  await again.close()
})

const bot = 'bots/support'
const wanted = { at: 9, owed: [bot] }
const buried = { seq: 200, at: 9, kind: 'erased' }

test('[LW50] an erasure that is cut short is out of everybody’s reach, and the next start finishes it', async () => {
  const store = open()
  await fill(store, 200)
  const erasing = store.erase('hash-erased', wanted)
  await store.close()
  expect(await erasing).toBeUndefined()
  expect(inFiles('erased-words')).toBe(true)
  const next = open()
  expect(await next.summary(conversation('erased'))).toBeUndefined()
  expect(await next.had('hash-erased', 10)).toEqual([])
  const told: string[] = []
  while (await next.retaining.clear(100, gone => told.push(...gone))) expect(told).toEqual([])
  next.retaining.empty()
  expect(told).toEqual([conversation('erased')])
  expect(await next.read(conversation('erased'), 0, 10)).toMatchObject([buried])
  const owed = (await next.claim(1_000)).filter(one => one.conversation === conversation('erased'))
  expect(owed).toMatchObject([{ destination: bot, entry: buried }])
  expect(traces.map(inFiles)).toEqual([false, false])
  expect(await next.read(conversation('stays'), 0, 1_000)).toHaveLength(199)
  await next.close()
})

test('[LW50] … or whoever wants it once more, who is not told of more than is done', async () => {
  const store = open()
  await fill(store, 200)
  const erasing = store.erase('hash-erased', wanted)
  await store.close()
  expect(await erasing).toBeUndefined()
  const next = open()
  expect(await next.erase('hash-erased', { ...wanted, at: 10 })).toEqual([])
  expect(traces.map(inFiles)).toEqual([false, false])
  expect(await next.read(conversation('erased'), 0, 10)).toMatchObject([buried])
  await next.close()
})

test('[LW50] what goes by its age already is gone when who wanted that is answered', async () => {
  const store = open()
  await fill(store, 200)
  expect(await store.retaining.withdraw([conversation('erased')], 1_000)).toBeDefined()
  const whom = { conversation: conversation('erased') }
  expect(await store.erase(whom, wanted)).toEqual([conversation('erased')])
  expect(linesLeft(folder, conversation('erased'))).toBe(0)
  expect(await store.retaining.clear(1)).toBe(false)
  expect(await store.erase(whom, wanted)).toEqual([])
  await store.close()
})

test('[LW51] while a long log is erased others are stored, a few at a time; for it nothing is', async () => {
  const store = open()
  await fill(store, 200)
  let isOver = false
  const told: string[][] = []
  const erasing = store
    .erase('hash-erased', wanted, gone => told.push([...gone]))
    .then(gone => {
      isOver = true
      return gone
    })
  expect(told).toEqual([[conversation('erased')]])
  let seq = 200
  for (; !isOver; seq += 1) {
    const [stays, gone] = await Promise.all([
      store.append(adding(fromVisitor(seq, 'meanwhile', `client-later-${seq}`), conversation('stays'))),
      store.append(adding(fromVisitor(200, 'too late', `client-later-${seq}`), conversation('erased')))
    ])
    expect([stays.kind, gone.kind]).toEqual(['appended', isOver ? 'conflict' : 'failed'])
  }
  expect(await erasing).toEqual([conversation('erased')])
  // 199 entries, and no more than ten at once.
  expect(seq - 200).toBeGreaterThan(10)
  expect(told).toEqual([[conversation('erased')], [conversation('erased')]])
  expect(await store.read(conversation('erased'), 0, 1_000)).toMatchObject([buried])
  await store.close()
})
