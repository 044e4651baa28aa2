// npm run bench:attempts -- [--rounds 15] [--messages 4000]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ConversationId, conversationId } from '#shared/ids.ts'
import type { Attempt, Delivery } from '../relay/conversation/delivery.ts'
import type { Entry } from '../relay/conversation/entry.ts'
import { systemClock } from '../relay/lib/clock.ts'
import { openSqlite, type SqliteStore } from '../relay/stores/sqlite/index.ts'
import { median } from './numbers.ts'
import { results } from './round.ts'
import { conversations } from './setup.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, messages: { type: 'string', default: '4000' } }
})
const bot = 'bots/bench'
const text = 'hello, I would like to know where my order is and when it will come'
const contestants = ['without', 'with'] as const
type Contestant = (typeof contestants)[number]

interface Measured {
  perSecond: number
  cpuUsEach: number
}

const say = (words: string) => void process.stdout.write(`${words}\n`)
const measured: Record<Contestant, Measured[]> = { without: [], with: [] }

mkdirSync(results, { recursive: true })
// The first of all finds a cold machine, and counts for nobody.
await play('with')
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const one of round % 2 ? contestants : contestants.toReversed()) measured[one].push(await play(one))
}
for (const one of contestants) say(`${one.padEnd(8)} ${rowOf(measured[one])}`)
const ratios = [ratio(one => one.perSecond), ratio(one => one.cpuUsEach)].map(one => one.toFixed(3))
say(`ratio    ${ratios[0]} messages/s, ${ratios[1]} CPU a message`)
say(
  'Medians, and the median of the ratios of each round; without: settlements say nothing of their attempts.'
)
say(`Load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores.`)

function rowOf(all: readonly Measured[]): string {
  const perSecond = median(all.map(one => one.perSecond))
  const cpuUsEach = median(all.map(one => one.cpuUsEach))
  return `${perSecond.toFixed(0)} messages/s, ${cpuUsEach.toFixed(1)} CPU µs a message`
}

/** Of the two of a round, which had the same neighbours; the median over the rounds. */
function ratio(of: (one: Measured) => number): number {
  return median(
    measured.with.flatMap((one, round) => {
      const other = measured.without[round]
      return other ? [of(one) / of(other)] : []
    })
  )
}

/** What the relay writes for each message of a visitor: its entry and delivery, then that it was taken and shown. */
async function play(contestant: Contestant): Promise<Measured> {
  const folder = mkdtempSync(join(results, 'attempts-'))
  const options = { clock: systemClock, node: 'bench', leaseMs: 30_000 }
  const store = openSqlite({ path: join(folder, 'log.db'), ...options })
  const owed = new Map<ConversationId, Delivery>()
  store.watch({
    owed(deliveries) {
      for (const delivery of deliveries) owed.set(delivery.conversation, delivery)
    }
  })
  const all = Array.from({ length: conversations }, (_, nth) => conversationId.parse(`c-bench-${nth}`))
  await Promise.all(all.map(conversation => open(store, conversation)))
  const began = performance.now()
  const cpu = process.cpuUsage()
  const each = Math.ceil(Number(values.messages) / conversations)
  await Promise.all(all.map(conversation => talk(store, { conversation, owed, each, contestant })))
  const { user, system } = process.cpuUsage(cpu)
  const count = each * conversations
  const perSecond = (count * 1_000) / (performance.now() - began)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  return { perSecond, cpuUsEach: (user + system) / count }
}

function open(store: SqliteStore, conversation: ConversationId) {
  const entry: Entry = { seq: 1, at: Date.now(), kind: 'opened', site: 'bench', bot, start: null }
  return store.append({ conversation, expected: 0, entries: [entry], owed: [], phase: 'bot' })
}

interface Talk {
  conversation: ConversationId
  owed: ReadonlyMap<ConversationId, Delivery>
  each: number
  contestant: Contestant
}

async function talk(store: SqliteStore, { conversation, owed, each, contestant }: Talk): Promise<void> {
  for (let seq = 2; seq < each + 2; seq += 1) {
    const at = Date.now()
    const id = `said-${seq}-0000`
    const entry: Entry = { seq, at, kind: 'message', by: 'visitor', id, content: { kind: 'text', text } }
    const more = { clientId: id, owed: [{ destination: bot, seq }], phase: 'bot' } as const
    await store.append({ conversation, expected: seq - 1, entries: [entry], ...more })
    const delivery = owed.get(conversation)
    if (!delivery) throw new Error('nothing was owed')
    const attempt: Attempt = { at, tookMs: 3, outcome: 'taken', status: 200 }
    const marked = contestant === 'with' ? store.settleSoon(delivery, attempt) : store.settleSoon(delivery)
    if (contestant === 'with') store.markShown(conversation, seq)
    store.hurry()
    await marked
  }
}
