import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { until } from '../../testing/until.ts'
import { openSqlite } from './index.ts'
import { indexSql } from './search-index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = () => join(folder, 'log.db')
const open = (clock = testClock()) => openSqlite({ path: path(), clock, node: 'node', leaseMs: 30_000 })
type Opened = ReturnType<typeof open>
const found = async (store: Opened, text: string) =>
  (await store.operators.search({ text, limit: 100 })).matches.map(match => match.conversation)
const inFiles = (words: string) =>
  readdirSync(folder).some(name => readFileSync(join(folder, name), 'latin1').includes(words))

/** What ends every word of each: an index keeps of a word what differs from the one before it, and so its end. */
const ends = { first: 'kumquat', second: 'lychee', third: 'papaya', fourth: 'guava', fifth: 'feijoa' }
const wordOf = (end: string, nth: number) => `${'qzxjvkwy'[nth % 8]}${(nth * 7919).toString(36)}${end}`

async function fill(store: Opened, many: number): Promise<void> {
  const all = (work: (name: string, end: string, nth: number) => Promise<unknown>) =>
    Promise.all(Object.entries(ends).map(([name, end], nth) => work(name, end, nth)))
  await all(name =>
    store.append(opening(conversation(name), { visitor: { hash: `hash-${name}`, site: 'shop' } }))
  )
  for (let seq = 2; seq < many; seq += 1) {
    await all((name, end, nth) => {
      const length = 1 + ((seq * 7 + nth * 13) % (seq % 9 ? 11 : 60))
      const words = Array.from({ length }, (_, place) => wordOf(end, seq * 60 + place))
      return store.append(adding(fromBot(seq, words.join(' ')), conversation(name)))
    })
    // Taken in by many small steps, as they come.
    if (seq % 5 === 0) await found(store, 'nothing')
  }
}

test('[OP24] nothing of what one after the other said is left in the index, however it lay among others’', async () => {
  const store = open()
  await fill(store, 200)
  for (const [name, end] of Object.entries(ends)) {
    const word = wordOf(end, 180 * 60)
    expect(await found(store, word)).toEqual([conversation(name)])
    expect(inFiles(end)).toBe(true)
    await store.erase(`hash-${name}`)
    expect(await found(store, word)).toEqual([])
    expect([end, inFiles(end)]).toEqual([end, false])
  }
  await store.close()
})

test('[OP20] what was stored a moment ago is found, though no time has passed to take it in', async () => {
  const store = open()
  for (const [name, text] of [
    ['one', 'my e-mail'],
    ['two', 'mail me, e']
  ] as const) {
    await store.append(opening(conversation(name), { visitor: { hash: name, site: 'shop' } }))
    await store.append(adding(fromVisitor(2, text), conversation(name)))
    expect(await found(store, 'mail')).toContain(conversation(name))
  }
  // What stands together is looked for together.
  expect(await found(store, 'e-mail')).toEqual([conversation('one')])
  expect(await found(store, 'e mail')).toEqual([conversation('two'), conversation('one')])
  await store.close()
})

test('[OP24] what was erased before it was taken in is never taken in', async () => {
  const store = open()
  await fill(store, 4)
  await store.append(adding(fromVisitor(4, 'a certain unicorn'), conversation('first')))
  await store.append(adding(fromVisitor(4, 'another unicorn'), conversation('second')))
  await store.erase('hash-first')
  expect(await found(store, 'unicorn')).toEqual([conversation('second')])
  expect(await found(store, 'certain')).toEqual([])
  await store.close()
})

/** The file as an older relay left it, and its new index: with nothing in it. */
async function asBefore(many: number): Promise<void> {
  const store = open()
  await store.append(opening())
  for (let seq = 2; seq < many + 2; seq += 500) {
    const all = Array.from({ length: 500 }, (_, nth) =>
      adding(fromVisitor(seq + nth, `unicorn ${seq + nth}`))
    )
    await Promise.all(all.map(work => store.append(work)))
  }
  await store.close()
  const db = new Database(path())
  db.exec('DROP TABLE said')
  db.exec("DELETE FROM meta WHERE key = 'searched'")
  for (const sql of indexSql) db.exec(sql)
  db.close()
}

test('[OP25] what is there already is taken in by and by, and until then the answer says how much', async () => {
  await asBefore(3_000)
  const clock = testClock()
  const store = open(clock)
  const search = (text: string) => store.operators.search({ text, limit: 10 })
  expect(await search('unicorn')).toEqual({ matches: [], indexed: 0 })
  clock.move(1_000)
  await until(async () => (await search('unicorn')).matches.length > 0)
  const { indexed } = await search('unicorn')
  expect(indexed > 0 && indexed < 0.5).toBe(true)
  // The relay dies; the next one goes on from there.
  await store.close()
  const next = open(clock)
  expect((await next.operators.search({ text: 'unicorn', limit: 10 })).indexed).toBe(indexed)
  await until(async () => {
    clock.move(10)
    return (await next.operators.search({ text: '2999', limit: 10 })).indexed === 1
  })
  expect((await next.operators.search({ text: '2999', limit: 10 })).matches).toHaveLength(1)
  await next.close()
})

test('[OP25] what was taken in by other rules is taken in anew', async () => {
  const first = open()
  await first.append(opening())
  await first.append(adding(fromVisitor(2, 'unicorn')))
  expect(await found(first, 'unicorn')).toEqual([conversation()])
  await first.close()
  const db = new Database(path())
  db.exec("UPDATE meta SET value = '0:2' WHERE key = 'searched'")
  db.exec("INSERT INTO said (rowid, words) VALUES (2, 'dragon')")
  db.close()
  const second = open()
  expect(await found(second, 'unicorn')).toEqual([conversation()])
  expect(await found(second, 'dragon')).toEqual([])
  await second.close()
})
