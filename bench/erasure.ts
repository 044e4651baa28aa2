// npm run bench:erasure -- [--entries 10000]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ConversationId, conversationId } from '#shared/ids.ts'
import type { Delivery } from '../relay/conversation/delivery.ts'
import type { Entry } from '../relay/conversation/entry.ts'
import { systemClock } from '../relay/lib/clock.ts'
import { openSqlite } from '../relay/stores/sqlite/index.ts'
import { median } from './numbers.ts'
import { results } from './round.ts'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '10000' } } })
const entries = Number(values.entries)
const batch = 25
const bot = 'bots/bench'
const text = 'hello, I would like to know where my order is and when it will come, number'

const print = (words: string) => void process.stdout.write(`${words}\n`)

mkdirSync(results, { recursive: true })
const folder = mkdtempSync(join(results, 'erasure-'))
const options = { clock: systemClock, node: 'bench', leaseMs: 30_000 }
const store = openSqlite({ path: join(folder, 'log.db'), ...options })
const owed: Delivery[] = []
store.watch({ owed: deliveries => void owed.push(...deliveries) })
const heads = new Map<ConversationId, number>()
const [long, ...neighbours] = Array.from({ length: 101 }, (_, nth) => conversationId.parse(`c-bench-${nth}`))
if (!long) throw new Error('nobody to erase')
await fill(long)
await indexed()

const commits: number[] = []
for (let nth = 0; nth < 200; nth += 1) commits.push(await longestTurn(() => say(long, 1)))
const began = performance.now()
const erasure = await longestTurn(() => store.erase({ conversation: long }, { at: Date.now(), owed: [bot] }))
const whole = performance.now() - began
const commit = median(commits)
print(`a commit holds up everybody else for ${commit.toFixed(1)} ms (median of ${commits.length})`)
print(
  `an erasure of ${entries} entries for ${erasure.toFixed(1)} ms at most, and takes ${whole.toFixed(0)} ms`
)
print(`ratio    ${(erasure / commit).toFixed(1)}`)
print(`Load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores.`)
await store.close()
rmSync(folder, { recursive: true, force: true })

/** For how long nobody else had a turn of the event loop, at most, until this was done, ms. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      await new Promise(setImmediate)
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
  })()
  await work()
  isOver = true
  await looking
  return longest
}

/** One long log, whose entries lie among those of others. */
async function fill(conversation: ConversationId): Promise<void> {
  for (let said = 0, nth = 0; said < entries; said += batch, nth += 1) {
    await say(conversation, batch)
    await say(neighbours[nth % neighbours.length] ?? conversation, batch)
  }
}

/** A visitor says so much, and the bot takes it. */
async function say(conversation: ConversationId, many: number): Promise<void> {
  const head = heads.get(conversation) ?? 0
  const at = Date.now()
  const said = Array.from({ length: many }, (_, nth): Entry => {
    const seq = head + 1 + nth
    if (seq === 1) return { seq, at, kind: 'opened', site: 'bench', bot, start: null }
    const content = { kind: 'text', text: `${text} ${seq}` } as const
    return { seq, at, kind: 'message', by: 'visitor', id: `said-${seq}-0000`, content }
  })
  heads.set(conversation, head + many)
  await store.append({
    conversation,
    expected: head,
    entries: said,
    owed: said.map(({ seq }) => ({ destination: bot, seq })),
    phase: 'bot',
    ...(head === 0 && { visitor: { hash: `hash-${conversation}`, site: 'bench' } })
  })
  const taken = { at, tookMs: 3, outcome: 'taken', status: 200 } as const
  await Promise.all(owed.splice(0).map(delivery => store.settle(delivery, { kind: 'done' }, taken)))
}

/** As it is in a relay that has run for a while. */
async function indexed(): Promise<void> {
  for (let share = 0; share < 1; ) {
    const found = await store.operators.search({ text: 'nothing', limit: 1 })
    share = found.indexed
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
