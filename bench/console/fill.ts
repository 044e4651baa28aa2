import { seeded } from '../../e2e/faults/random.ts'
import type { Attempt, Delivery } from '../../relay/conversation/delivery.ts'
import { type Clock, systemClock } from '../../relay/lib/clock.ts'
import { openSqlite, type SqliteStore } from '../../relay/stores/sqlite/index.ts'
import { aLongTalk, aTalk, longTalk, type Timed } from './talks.ts'

/** How much there is. */
export interface Size {
  conversations: number
  /** In the long log. */
  entries: number
}

const atOnce = 200

/** Fills a store by its own port, as a relay of some months would have filled it. */
export async function fill(path: string, { conversations, entries }: Size): Promise<void> {
  const times: number[] = []
  const store = openSqlite({ path, clock: clockOf(times), node: 'bench', leaseMs: 30_000 })
  // Nothing is in anybody else's hands: what is owed from here on is ours to settle.
  await store.claim(1)
  const owed: Delivery[] = []
  store.watch({ owed: more => void owed.push(...more) })
  const talks = Array.from({ length: conversations }, (_, nth) =>
    aTalk(seeded(`talk ${nth}`), nth, conversations)
  )
  const long = aLongTalk(seeded('long'), entries)
  const all = [...talks, ...long]
  for (let from = 0; from < all.length; from += atOnce) {
    await append(store, all.slice(from, from + atOnce), times)
    await settle(store, owed.splice(0))
  }
  for (let from = 0; from < long.length; from += atOnce)
    await reach(store, long.slice(from, from + atOnce), times)
  await store.close()
}

/** Each thing that is stored asks once what time it is, and is told its own. */
function clockOf(times: number[]): Clock {
  let last = systemClock.now()
  return {
    ...systemClock,
    now() {
      last = times.shift() ?? last
      return last
    }
  }
}

async function append(store: SqliteStore, some: readonly Timed[], times: number[]): Promise<void> {
  times.push(...some.map(({ at }) => at))
  for (const { kind } of await Promise.all(some.map(({ work }) => store.append(work))))
    if (kind !== 'appended') throw new Error(`the store says: ${kind}`)
}

/** What the visitor was given, and every tenth time had read. */
async function reach(store: SqliteStore, some: readonly Timed[], times: number[]): Promise<void> {
  const tenth = some.filter(({ work }) => work.expected % 10 === 0)
  const later = tenth.map(({ at }) => at + 3_000)
  times.push(...later)
  for (const { work } of tenth) store.markShown(longTalk, work.expected + 1)
  times.push(...later)
  await Promise.all(tenth.map(({ work }) => store.markSeen(longTalk, work.expected + 1)))
}

/** Nearly all went well at once; some were tried twice, a few given up on. */
async function settle(store: SqliteStore, owed: readonly Delivery[]): Promise<void> {
  await Promise.all(
    owed.map(async delivery => {
      const { id, owedAt } = delivery
      const at = owedAt + 4 + (id % 13)
      if (id % 4_001 === 0) {
        const refused: Attempt = {
          at,
          tookMs: 40,
          outcome: 'refused',
          status: 400,
          reason: 'it answered 400'
        }
        return store.settle(delivery, { kind: 'dead', reason: 'it answered 400' }, refused)
      }
      if (id % 29 === 0) {
        const late: Attempt = { at, tookMs: 900, outcome: 'later', status: 503, reason: 'it answered 503' }
        await store.settle(delivery, { kind: 'later', dueAt: at + 1_000, reason: 'it answered 503' }, late)
      }
      const taken: Attempt = { at: at + 1_100, tookMs: 20 + (id % 211), outcome: 'taken', status: 200 }
      return store.settle(delivery, { kind: 'done' }, taken)
    })
  )
}
