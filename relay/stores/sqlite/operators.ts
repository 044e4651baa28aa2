import { setImmediate } from 'node:timers/promises'
import type { Database } from 'libsql'
import type { OperatorsStore, Which } from '../../console/operators/store.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Committer } from './committer.ts'
import type { createDeadLetters } from './dead-letters.ts'
import { createDelivered } from './delivered.ts'
import type { Loose } from './owing.ts'
import type { createSearch } from './search.ts'
import { kept } from './stored.ts'
import { createTimeline } from './timeline.ts'

interface Tables {
  committer: Committer
  dead: ReturnType<typeof createDeadLetters>
  loose: Loose
  search: ReturnType<typeof createSearch>
}

/** So many are owed again in one commit: others wait for it. */
const atOnce = 200

/** What operators see and mend. */
export function createOperators(db: Database, tables: Tables, clock: Clock): OperatorsStore {
  const { committer, dead } = tables
  const timeline = createTimeline(db)
  const delivered = createDelivered(db)
  return {
    timeline: async (conversation, after, limit) => timeline(conversation, after, limit),
    delivered: async (to, { before = Number.MAX_SAFE_INTEGER, limit }) => delivered(to, before, limit),
    search: filter => tables.search.search(filter),
    deadLetter: async id => dead.find(id),
    countDead: async () => dead.count(),
    drop: (id, why) => kept(committer, () => dead.drop(id, why, clock.now())),
    revive: which => revive(tables, which, clock)
  }
}

async function revive(
  { committer, dead, loose }: Tables,
  which: Which,
  clock: Clock
): Promise<number | undefined> {
  let revived = 0
  for (const ids of slices(dead, which)) {
    loose.any = true
    const more = await kept(committer, () => dead.revive(ids, clock.now()))
    if (more === undefined) return undefined
    revived += more
    // Messages come first.
    await setImmediate()
  }
  return revived
}

/** By ever higher ids: what dies again meanwhile is not revived again. */
function* slices(dead: Tables['dead'], which: Which): Generator<readonly number[]> {
  if ('ids' in which) {
    for (let from = 0; from < which.ids.length; from += atOnce) yield which.ids.slice(from, from + atOnce)
    return
  }
  for (let after = 0; ; ) {
    const ids = dead.of(which.destination, after, atOnce)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids
    after = last
  }
}
