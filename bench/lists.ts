// npx tsx bench/lists.ts [--conversations 10000] [--entries 12]: what a list of a hundred costs an agent.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Entry } from '../relay/conversation/entry.ts'
import type { Listing, Store } from '../relay/conversation/store.ts'
import { systemClock } from '../relay/lib/clock.ts'
import { openSqlite } from '../relay/stores/sqlite/index.ts'
import { adding, conversation, fromBot, fromVisitor, opened, opening } from '../relay/testing/entries.ts'

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '10000' },
    entries: { type: 'string', default: '12' }
  }
})
const many = Number(values.conversations)
const each = Number(values.entries)
const limit = 100
const rounds = 40
const say = (words: string) => void process.stdout.write(`${words}\n`)

const folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
const store = openSqlite({ path: join(folder, 'log.db'), clock: systemClock, node: 'node', leaseMs: 30_000 })
try {
  await fill(store)
  await compare(store)
} finally {
  await store.close()
  rmSync(folder, { recursive: true })
}

/** One in ten waits; in the rest a visitor and a bot have talked. */
async function fill(into: Store): Promise<void> {
  const page = { url: 'https://shop.example.com/basket', title: 'Basket' }
  for (let first = 0; first < many; first += 500) {
    const some = Array.from({ length: Math.min(500, many - first) }, (_, i) => first + i)
    await Promise.all(
      some.map(nth => {
        const id = conversation(`list-${nth}`)
        const work = opening(id, {
          entries: [opened(1, { at: nth, page, named: { name: 'Ada' } })],
          owed: []
        })
        return into.append(work)
      })
    )
    for (let seq = 2; seq <= each; seq += 1)
      await Promise.all(some.map(nth => into.append(next(nth, { seq, at: nth + seq }))))
  }
}

function next(nth: number, place: { seq: number; at: number }) {
  const id = conversation(`list-${nth}`)
  const waits = nth % 10 === 0 && place.seq === each
  if (waits) {
    const entry: Entry = {
      ...place,
      kind: 'handover',
      metadata: { reason: 'An invoice' },
      until: place.at + 1
    }
    return adding(entry, id, { phase: 'waiting', owed: [] })
  }
  const words = `What was said in the ${nth}th conversation at its ${place.seq}th place, more or less`
  const entry =
    place.seq % 2 ? fromBot(place.seq, words) : fromVisitor(place.seq, words, `client-${place.seq}-${nth}`)
  return adding({ ...entry, at: place.at }, id, { owed: [] })
}

async function compare(of: Store): Promise<void> {
  const lists: [name: string, listing: Listing][] = [
    ['newest', { limit }],
    ['waiting', { limit, phase: 'waiting' }],
    ['with the bot', { limit, phase: 'bot' }],
    ['a site without any', { limit, site: 'other' }],
    ['from the middle', { limit, before: conversation(`list-${Math.floor(many / 2)}`) }]
  ]
  say(`${limit} of ${many} conversations of ${each} entries, the median of ${rounds}`)
  for (const [name, listing] of lists) {
    const listed = await median(() => of.conversations(listing))
    const baseline = await median(() => readLogs(of, listing))
    const ratio = (listed / baseline).toFixed(2)
    say(
      `${name.padEnd(20)} ${listed.toFixed(2)} ms, by reading the logs ${baseline.toFixed(2)} ms, ratio ${ratio}`
    )
  }
}

/** The baseline: the same hundred, each told from its log. */
async function readLogs(of: Store, listing: Listing): Promise<unknown> {
  const found = await of.conversations(listing)
  return Promise.all(found.map(({ id }) => of.read(id, 0, 500)))
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await run()
    times.push(performance.now() - begun)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}
