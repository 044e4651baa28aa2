import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Attempt, Delivery } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { adding, conversation, fromBot, fromVisitor, opened, opening } from '../../testing/entries.ts'
import { leftByAKill } from '../../testing/left-by-a-kill.ts'
import { linesLeft } from '../../testing/lines-left.ts'
import { openSqlite, type SqliteStore } from './index.ts'

const gone = conversation('gone')
const stays = conversation('stays')
/** In everything that is known of a conversation. Nothing else begins or ends alike. */
const words = { [gone]: 'kumquat', [stays]: 'papaya' }
const at = 10 * 86_400_000

let folder: string
let clock: TestClock
let store: SqliteStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  clock = testClock(at)
  store = open()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = (within = folder) =>
  openSqlite({ path: join(within, 'log.db'), clock, node: 'node', leaseMs: 30_000 })
const found = async (word: string, from = store) =>
  (await from.operators.search({ text: word, limit: 10 })).matches.map(match => match.conversation)
const inFiles = (word: string, within = folder) =>
  readdirSync(within).some(name => readFileSync(join(within, name), 'latin1').includes(word))

/** All that a relay comes to know of a conversation, up to what is written down for operators. */
async function fill(id: typeof gone, many = 40): Promise<void> {
  const word = words[id] ?? ''
  const owed: Delivery[] = []
  const stop = store.watch({ owed: more => void owed.push(...more) })
  const named = { name: word, email: `${word}@example.com` }
  const page = { url: `https://shop.example.com/${word}` }
  await store.append(
    opening(id, {
      entries: [opened(1, { named, page })],
      address: { destination: 'channels/care', address: `their ${id}` }
    })
  )
  const entries: Entry[] = [
    { seq: 2, at: 2, kind: 'note', id: `note-${id}-0001`, by: 'Anna', text: word },
    { seq: 3, at: 3, kind: 'handover', metadata: { why: word }, until: at },
    { seq: 4, at: 4, kind: 'taken', name: word },
    { seq: 5, at: 5, kind: 'page', page },
    { seq: 6, at: 6, kind: 'named', named }
  ]
  for (const entry of entries) await store.append(adding(entry, id, { phase: 'agent' }))
  for (let seq = 7; seq <= many; seq += 1) {
    const received = { from: 'bots/support', ids: [`event-${id}-${seq}`], seq }
    const more = seq % 2 ? { alarm: { at, of: seq } } : { received }
    const entry = seq % 2 ? fromVisitor(seq, `${word} said`) : fromBot(seq, `${word} answered`)
    await store.append(adding(entry, id, { phase: 'agent', ...more }))
  }
  await attempted(owed, `no ${word}`)
  store.markShown(id, many)
  await store.markSeen(id, 8)
  stop()
  expect(await found(word)).toEqual([id])
}

/** Tried, tried again and given up on; the last is still owed. */
async function attempted(owed: readonly Delivery[], reason: string): Promise<void> {
  const attempt: Attempt = { at: 1, tookMs: 2, outcome: 'later', status: 503, reason }
  for (const one of owed) {
    await store.settle(one, { kind: 'later', dueAt: at, reason }, attempt)
    if (one.entry.seq % 3) await store.settle(one, { kind: 'dead', reason }, attempt)
  }
}

/** Where anything in any table has this in it. */
function rowsWith(text: string, within = folder): readonly string[] {
  const db = new Database(join(within, 'log.db'))
  const names = z.array(z.object({ name: z.string() }))
  const tables = names.parse(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'said*'").all([])
  )
  const where = tables.flatMap(({ name }) =>
    JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all([])).includes(text) ? [name] : []
  )
  db.close()
  return where
}

/** The words that the index knows, without asking it for any. */
function indexed(within = folder): readonly string[] {
  const db = new Database(join(within, 'log.db'))
  db.exec('CREATE VIRTUAL TABLE temp.known USING fts5vocab(main, said, row)')
  const terms = z.array(z.object({ term: z.string() })).parse(db.prepare('SELECT term FROM known').all([]))
  db.close()
  return terms.map(({ term }) => term)
}

async function clearAll(from = store): Promise<void> {
  while (await from.retaining.clear(7));
  from.retaining.empty()
}

const ways = {
  'by an operator': () => store.erase({ conversation: gone }, { at, owed: [] }),
  'by their own wish': () => store.erase(`hash of ${gone}`),
  'by their age': async () => {
    expect(await store.retaining.withdraw([gone], 1_000)).toEqual([gone])
    expect(await found(words[gone] ?? '')).toEqual([])
    await clearAll()
  }
}

test.each(Object.entries(ways))(
  '[LW5] [LW20] [OP3] [OP24] of who is erased %s nothing is in any table, index or file',
  async (_, erase) => {
    await fill(gone)
    await fill(stays)
    const full = ['entry', 'delivery', 'attempt', 'been_read', 'received', 'alarm', 'address', 'seen', 'had']
    expect(rowsWith(gone)).toEqual(expect.arrayContaining(full))
    expect(indexed()).toEqual(expect.arrayContaining(Object.values(words)))
    await erase()
    const tombstone = await store.read(gone, 0, 100)
    // What is left of them is that there was something.
    expect(rowsWith(gone).filter(table => !['conversation', 'entry'].includes(table))).toEqual([])
    expect(rowsWith('kumquat')).toEqual([])
    expect(indexed().filter(term => term.includes('kumquat'))).toEqual([])
    expect([inFiles('kumquat'), inFiles('papaya')]).toEqual([false, true])
    expect(await found('kumquat')).toEqual([])
    expect(await found('papaya')).toEqual([stays])
    expect(rowsWith(stays)).toEqual(expect.arrayContaining(full))
    expect(await store.operators.timeline(gone, 0, 100)).toHaveLength(tombstone.length)
    await store.close()
    expect(inFiles('kumquat')).toBe(false)
    store = open()
  }
)

/** The database as a relay left it that found what belongs to an entry by its conversation. */
function asBeforeNumbers(): void {
  const db = new Database(join(folder, 'log.db'))
  for (const [table, places] of [
    ['delivery', 'conversation, seq'],
    ['received', 'conversation']
  ] as const) {
    db.exec(`DROP INDEX ${table}_by_entry`)
    db.exec(`ALTER TABLE ${table} DROP COLUMN entry`)
    db.exec(`CREATE INDEX ${table}_by_conversation ON ${table} (${places})`)
  }
  db.pragma('user_version = 15')
  db.close()
}

test('[LW20] [OP1] what an older relay did with an entry is told as before, and goes with who is erased', async () => {
  await fill(gone)
  await fill(stays)
  const told = await store.operators.timeline(stays, 0, 100)
  await store.close()
  asBeforeNumbers()
  store = open()
  expect(await store.operators.timeline(stays, 0, 100)).toEqual(told)
  await store.erase(`hash of ${gone}`)
  expect(rowsWith(gone)).toEqual([])
  expect(rowsWith(stays)).toEqual(expect.arrayContaining(['delivery', 'received']))
})

test('[LW21] in a list a tombstone is closed, and has no words, no name and no page', async () => {
  await fill(gone)
  await fill(stays)
  await store.erase({ conversation: gone }, { at, owed: ['topics/crm'] })
  const line = { id: gone, site: 'shop', bot: 'bots/support', phase: 'closed', head: 41, openedAt: at, at }
  expect(await store.summary(gone)).toEqual(line)
  expect(await store.conversations({ limit: 10 })).toEqual([line, expect.objectContaining({ id: stays })])
  expect(await store.conversations({ phase: 'agent', limit: 10 })).toMatchObject([{ id: stays }])
  expect((await store.operators.search({ phase: 'closed', limit: 10 })).matches).toEqual([
    { conversation: gone }
  ])
  const [told, ...more] = await store.operators.timeline(gone, 0, 100)
  expect(more).toEqual([])
  expect(told).toMatchObject({
    entry: { kind: 'erased', seq: 41 },
    committedAt: at,
    deliveries: [{ destination: 'topics/crm', state: 'owed', attempts: [] }]
  })
})

test('[LW3] [OP24] killed half way, the next relay takes the rest out of the index too', async () => {
  await fill(gone)
  await fill(stays)
  await store.retaining.withdraw([gone], 1_000)
  // Into the log.
  while (linesLeft(folder, gone) === 40) await store.retaining.clear(7)
  expect(linesLeft(folder, gone)).toBeGreaterThan(0)
  const left = leftByAKill(folder)
  const next = open(left)
  expect(await found('kumquat', next)).toEqual([])
  await clearAll(next)
  expect(indexed(left).filter(term => term.includes('kumquat'))).toEqual([])
  expect(await found('papaya', next)).toEqual([stays])
  await next.close()
  expect([inFiles('kumquat', left), rowsWith(gone, left)]).toEqual([false, []])
  rmSync(left, { recursive: true })
})

test('[OP24] what was withdrawn before it was taken in leaves nothing in the index', async () => {
  await store.append(opening(gone))
  await store.append(adding(fromVisitor(2, 'kumquat'), gone))
  await store.retaining.withdraw([gone], 1_000)
  // Taken in between the one and the other.
  expect(await found('kumquat')).toEqual([])
  await clearAll()
  expect(indexed()).toEqual([])
  expect(inFiles('kumquat')).toBe(false)
})
