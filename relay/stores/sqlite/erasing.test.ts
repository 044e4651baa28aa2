import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromBot, fromVisitor, opening } from '../../testing/entries.ts'
import { openSqlite } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () =>
  openSqlite({ path: join(folder, 'log.db'), clock: testClock(), node: 'node', leaseMs: 30_000 })
const files = () => readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'))
const inFiles = (words: string) => files().some(text => text.includes(words))
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
      const received = { from: 'bots/support', ids: [`event-${name}-${seq}`] }
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
