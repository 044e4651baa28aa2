import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Store } from '../../conversation/store.ts'
import { noCrash } from '../../lib/crash.ts'
import { testClock } from '../../testing/clock.ts'
import { adding, conversation, fromVisitor, opening } from '../../testing/entries.ts'
import { type StoreWorld, storeContract } from '../store.contract.ts'
import { visitorsContract } from '../visitors.contract.ts'
import { claimableSql } from './claiming.ts'
import { Committer } from './committer.ts'
import { openSqlite } from './index.ts'
import { migrate } from './migrations.ts'
import { storeOn } from './store.ts'

const folders: string[] = []
function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  folders.push(folder)
  return join(folder, 'log.db')
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const onFault = (error: unknown) => expect.fail(String(error))
const options = { clock: testClock(), node: 'node', leaseMs: 30_000, onFault }

const createStoreWorld = async (): Promise<StoreWorld> => {
  const path = newFile()
  let open: { close(): unknown }[] = []
  return {
    // One process owns the file; a second node is a second connection, which only a test may have.
    async open(node, clock, leaseMs) {
      if (open.length === 0) {
        const store = openSqlite({ path, node, clock, leaseMs })
        open.push(store)
        return store
      }
      const db = new Database(path)
      open.push(db)
      const shared = storeOn(db, 'epoch', { node, clock, leaseMs, onFault, crash: noCrash })
      return { ...shared, close: async () => void db.close() }
    },
    async close() {
      for (const each of open) await each.close()
      open = []
    }
  }
}
storeContract('SQLite', createStoreWorld)
visitorsContract('SQLite', createStoreWorld)

test('[Q1] a full disk refuses, changes nothing, is told to readiness, and heals by itself', async () => {
  const db = new Database(newFile())
  migrate(db, noCrash)
  const store = storeOn(db, 'epoch', { ...options, crash: noCrash })
  await store.append(opening())
  db.pragma(`max_page_count = ${pages(db)}`)
  const big = 'x'.repeat(50_000)
  const refused = await store.append(adding(fromVisitor(2, big)))
  expect(refused).toEqual({ kind: 'failed', reason: 'SQLITE_FULL' })
  expect(await store.read(conversation(), 0, 10)).toHaveLength(1)
  db.pragma('max_page_count = 100000')
  expect(await store.ready()).toBe(true)
  expect(await store.append(adding(fromVisitor(2, big)))).toEqual({ kind: 'appended' })
  db.close()
})

test('[Q1] readiness is red for as long as nothing can be written', async () => {
  const db = new Database(newFile())
  migrate(db, noCrash)
  const store = storeOn(db, 'epoch', { ...options, crash: noCrash })
  expect(await store.ready()).toBe(true)
  db.pragma('query_only = ON')
  expect(await store.append(opening())).toMatchObject({ kind: 'failed' })
  expect(await store.ready()).toBe(false)
  db.pragma('query_only = OFF')
  expect(await store.ready()).toBe(true)
  db.close()
})

test('[Q2] a migration that is killed anywhere runs again', () => {
  const clean = new Database(newFile())
  migrate(clean, noCrash)
  for (let step = 0; step < 50; step += 1) {
    const db = new Database(newFile())
    let left = step
    const killed = () => {
      left -= 1
      if (left < 0) throw new Error('killed')
    }
    try {
      migrate(db, killed)
    } catch {
      migrate(db, noCrash)
    }
    expect(tables(db)).toEqual(tables(clean))
    db.close()
  }
  clean.close()
})

test('[Q3] a restored backup has another epoch; a plain restart has not', async () => {
  const path = newFile()
  const first = openSqlite({ ...options, path })
  await first.append(opening())
  await first.close()
  copyFileSync(path, `${path}.backup`)
  const second = openSqlite({ ...options, path })
  expect(second.epoch).toBe(first.epoch)
  await second.append(adding(fromVisitor(2)))
  await second.close()
  copyFileSync(`${path}.backup`, path)
  const restored = openSqlite({ ...options, path })
  expect(restored.epoch).not.toBe(first.epoch)
  const { epoch } = restored
  await restored.close()
  const after = openSqlite({ ...options, path })
  expect(after.epoch).toBe(epoch)
  await after.close()
})

test('[Q3] a mark that cannot be written ends nothing', async () => {
  const path = newFile()
  const clock = testClock()
  const store = openSqlite({ ...options, path, clock })
  mkdirSync(`${path}.mark.new`)
  await store.append(opening())
  clock.move(1_000)
  expect(await store.append(adding(fromVisitor(2)))).toEqual({ kind: 'appended' })
  rmSync(`${path}.mark.new`, { recursive: true })
  clock.move(1_000)
  expect(JSON.parse(readFileSync(`${path}.mark`, 'utf8'))).toMatchObject({ top: 2 })
  await store.close()
})

test('[Q4] a second relay on the same file is refused, and a dead one leaves no lock', async () => {
  const path = newFile()
  const store = openSqlite({ ...options, path })
  expect(() => openSqlite({ ...options, path })).toThrow(/another relay has/)
  await store.close()
  const child = `const D = require('libsql'); const d = new D(${JSON.stringify(`${path}.lock`)});
    d.exec('BEGIN EXCLUSIVE'); process.kill(process.pid, 'SIGKILL')`
  expect(spawnSync(process.execPath, ['-e', child]).signal).toBe('SIGKILL')
  const again = openSqlite({ ...options, path })
  await again.close()
  expect(existsSync(path)).toBe(true)
})

test('[Q5] what arrives together shares a commit', async () => {
  const db = new Database(newFile())
  migrate(db, noCrash)
  let commits = 0
  const crash = (point: string) => {
    if (point === 'before-commit') commits += 1
  }
  const store: Omit<Store, 'close'> = storeOn(db, 'epoch', { ...options, crash })
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.append(opening(conversation(`c${i}`)))))
  expect(commits).toBe(1)
  db.close()
})

test('[Q6] one bad append does not take its neighbours in the same commit with it', async () => {
  const db = new Database(newFile())
  db.pragma('foreign_keys = ON')
  migrate(db, noCrash)
  const store = storeOn(db, 'epoch', { ...options, crash: noCrash })
  const orphan = adding(fromVisitor(2), conversation('never-opened'))
  const [good, bad] = await Promise.all([store.append(opening()), store.append(orphan)])
  expect(good).toEqual({ kind: 'appended' })
  expect(bad).toMatchObject({ kind: 'failed' })
  expect(await store.ready()).toBe(true)
  db.close()
})

test('[S15] an exception of one watcher keeps nothing from the others', async () => {
  const faults: unknown[] = []
  const store = openSqlite({ ...options, path: newFile(), onFault: error => faults.push(error) })
  const bug = new Error('bug')
  const heard: string[] = []
  store.watch({
    appended() {
      throw bug
    },
    owed() {
      throw bug
    }
  })
  store.watch({ appended: () => heard.push('appended'), owed: () => heard.push('owed') })
  await store.append(opening(conversation(), { owed: [{ destination: 'bots/bot', seq: 1 }] }))
  await store.owe(conversation(), 1, 'bots/other')
  expect(heard).toEqual(['appended', 'owed', 'owed'])
  expect(faults).toEqual([bug, bug, bug])
  await store.close()
})

test('[Q6] an exception of one job takes nothing with it, and is no fault of the disk', async () => {
  const db = new Database(newFile())
  migrate(db, noCrash)
  const committer = new Committer(db, { clock: testClock(), crash: noCrash, onFault })
  const bug = (): never => {
    throw new SyntaxError('bug')
  }
  const [good, bad] = await Promise.allSettled([committer.run(() => 'good'), committer.run(bug)])
  expect(good).toEqual({ status: 'fulfilled', value: 'good' })
  expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'NotStored', message: 'bug' } })
  await expect(committer.run(bug)).rejects.toThrow('bug')
  expect(committer.healthy).toBe(true)
  db.close()
})

test('[Q8] what is owed and cannot be read is logged once, and keeps nothing else back', async () => {
  const path = newFile()
  const [broken, whole] = [conversation('broken'), conversation('whole')]
  const before = openSqlite({ ...options, path })
  for (const one of [broken, whole]) await before.append(opening(one))
  await before.close()
  const db = new Database(path)
  db.prepare("UPDATE entry SET body = '{' WHERE conversation = ?").run(broken)
  db.close()
  const faults: unknown[] = []
  const after = openSqlite({ ...options, path, onFault: error => faults.push(error) })
  const [claimed, added] = await Promise.all([after.claim(10), after.append(adding(fromVisitor(2), whole))])
  expect(claimed).toMatchObject([{ conversation: whole }])
  expect(added).toEqual({ kind: 'appended' })
  expect(await after.claim(10)).toEqual([])
  expect(faults.map(String)).toEqual([expect.stringMatching(/^Error: delivery \d+ cannot be read/)])
  await after.close()
})

const pages = (db: Database.Database): number => {
  const row = db.prepare('SELECT page_count AS n FROM pragma_page_count').get()
  return row !== null && typeof row === 'object' && 'n' in row ? Number(row.n) : 0
}
const tables = (db: Database.Database): unknown =>
  db
    .prepare('SELECT sql FROM sqlite_schema ORDER BY name')
    .all()
    .map(row => (row !== null && typeof row === 'object' && 'sql' in row ? row.sql : row))

test('[Q7] looking for what is owed reads what is owed, not all that was ever delivered', () => {
  const db = new Database(newFile())
  migrate(db, noCrash)
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${claimableSql('')}`).all(1, 'node', 1, 500)
  const first = z.array(z.object({ detail: z.string() })).parse(plan)[0]
  expect(first?.detail).toBe('SCAN d USING INDEX delivery_owed')
  db.close()
})
