// npm run bench:search -- [--conversations 10000] [--entries 20] [--questions 60]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'libsql'
import { conversationId } from '#shared/ids.ts'
import type { Entry } from '../relay/conversation/entry.ts'
import { systemClock } from '../relay/lib/clock.ts'
import { openSqlite, type SqliteStore } from '../relay/stores/sqlite/index.ts'
import { quantile } from './numbers.ts'
import { results } from './round.ts'

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '10000' },
    entries: { type: 'string', default: '20' },
    questions: { type: 'string', default: '60' }
  }
})
const conversations = Number(values.conversations)
const entries = Number(values.entries)
const questions = Number(values.questions)
const bot = 'bots/bench'
const limit = 50
/** How many texts have one: every second, one in a hundred, one in ten thousand. */
const words = { common: 2, some: 100, rare: 10_000 } as const
type Kind = keyof typeof words

const say = (line: string) => void process.stdout.write(`${line}\n`)

mkdirSync(results, { recursive: true })
const folder = mkdtempSync(join(results, 'search-'))
const path = join(folder, 'log.db')
const store = openSqlite({ path, clock: systemClock, node: 'bench', leaseMs: 30_000 })
await fill(store)
await indexed(store)
const db = new Database(path)
const like = db.prepare(
  `SELECT max(e.id) AS id, e.conversation FROM entry e JOIN conversation c ON c.id = e.conversation
   WHERE e.body LIKE ? GROUP BY e.conversation ORDER BY id DESC LIMIT ${limit}`
)
const took: Record<'words' | 'like', number[]> = { words: [], like: [] }
for (const kind of ['common', 'some', 'rare'] as const) await compare(kind)
say(`all       ${line(took.words, took.like)}`)
say(
  `${conversations} conversations of ${entries} entries; the ${limit} newest conversations that say it. LIKE: a scan of all entries.`
)
db.close()
await store.close()
rmSync(folder, { recursive: true, force: true })

async function compare(kind: Kind): Promise<void> {
  const before = { words: took.words.length, like: took.like.length }
  for (let nth = 0; nth < questions / 3; nth += 1) {
    const text = wordOf(kind, nth * 7)
    const began = performance.now()
    const { matches } = await store.operators.search({ text, limit })
    took.words.push(performance.now() - began)
    // A scan takes its time: a few are enough to know it.
    if (nth >= 7) continue
    const scanned = performance.now()
    const rows = like.all([`%${text}%`])
    took.like.push(performance.now() - scanned)
    if (rows.length !== matches.length)
      throw new Error(`${text}: ${matches.length} found, not ${rows.length}`)
  }
  say(`${kind.padEnd(9)} ${line(took.words.slice(before.words), took.like.slice(before.like))}`)
}

function line(ours: readonly number[], theirs: readonly number[]): string {
  const [p50, scan] = [quantile(ours, 0.5), quantile(theirs, 0.5)]
  const p99 = quantile(ours, 0.99)
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; LIKE p50 ${scan.toFixed(1)} ms; ratio ${(scan / p50).toFixed(0)}`
}

/** The nth text has one word of each kind; there are as many different ones as texts go by until it comes again. */
function wordOf(kind: Kind, nth: number): string {
  return `${kind}${(nth % words[kind]).toString(36)}x`
}
function textOf(nth: number): string {
  const [common, some, rare] = [wordOf('common', nth), wordOf('some', nth), wordOf('rare', nth)]
  return `Hello, I would like to know ${common} about ${some} and also ${rare}, please`
}

async function fill(into: SqliteStore): Promise<void> {
  for (let from = 0; from < conversations; from += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, nth) => talk(into, from + nth)))
  }
}

function talk(into: SqliteStore, nth: number): Promise<unknown> {
  const at = Date.now()
  const said = Array.from({ length: entries - 1 }, (_, place): Entry => {
    const content = { kind: 'text', text: textOf(nth * (entries - 1) + place) } as const
    return { seq: place + 2, at, kind: 'message', by: 'visitor', id: `said-${place}-000`, content }
  })
  const opened: Entry = { seq: 1, at, kind: 'opened', site: 'bench', bot, start: null }
  const conversation = conversationId.parse(`c-bench-${nth}`)
  return into.append({ conversation, expected: 0, entries: [opened, ...said], owed: [], phase: 'bot' })
}

/** As it is in a relay that has run for a while. */
async function indexed(into: SqliteStore): Promise<void> {
  const began = performance.now()
  for (;;) {
    const { indexed: share } = await into.operators.search({ text: 'nothing', limit: 1 })
    if (share === 1) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  say(
    `everything taken in within ${((performance.now() - began) / 1_000).toFixed(0)} s, while the relay would run`
  )
}
