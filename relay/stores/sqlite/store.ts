import type { Database } from 'libsql'
import type { Delivery } from '../../conversation/delivery.ts'
import type { Append, Appended, Store } from '../../conversation/store.ts'
import { createAddresses } from './addresses.ts'
import { createAlarms } from './alarms.ts'
import { type Claimed, createClaiming } from './claiming.ts'
import { createClearing } from './clearing.ts'
import { Committer } from './committer.ts'
import { createConsole } from './console.ts'
import { createDeadLetters } from './dead-letters.ts'
import { createEntries } from './entries.ts'
import { createEmptying } from './erasing.ts'
import type { SqliteOptions, SqliteStore } from './index.ts'
import { createOperators } from './operators.ts'
import { createOwing, type Loose } from './owing.ts'
import { createReached } from './reached.ts'
import { createReaders } from './readers.ts'
import { createRetaining } from './retaining.ts'
import { createRotations } from './rotations.ts'
import { createSearch } from './search.ts'
import { createSearchIndex } from './search-index.ts'
import { createSettling } from './settling.ts'
import { createStandings } from './standings.ts'
import { kept, reasonOf, stored, truth } from './stored.ts'
import { createSummaries } from './summaries.ts'
import { createVisitors } from './visitors.ts'
import { createWatchers } from './watchers.ts'

type StoreOptions = Required<Omit<SqliteOptions, 'path'>>

/** All but closing the file; `finish` commits what was put off. */
type OpenStore = Omit<SqliteStore, 'close'> & { finish(): void }

/** The store over an open database, without what belongs to the file. */
export function storeOn(db: Database, epoch: string, options: StoreOptions): OpenStore {
  const tables = openTables(db, options)
  const { committer, addresses, readers, alarms, watchers } = tables
  const { empty, soiled } = createEmptying(db, options.clock)
  const clear = createClearing(db, { ...tables, soiled })
  return {
    epoch,
    finish() {
      tables.search.stop()
      committer.finish()
    },
    ...writing(tables, options),
    ...outbox(tables, options),
    ...claims(tables, options),
    ...createVisitors(db, { addresses, clear, empty }),
    retaining: createRetaining(db, { addresses, clear, empty }),
    console: createConsole(db, committer),
    operators: createOperators(db, tables, options.clock),
    read: async (conversation, after, limit) => tables.entries.read(conversation, after, limit),
    stored: async (after, limit) => readers.stored(after, limit),
    byClientId: async (conversation, id) => tables.entries.byClientId(conversation, id),
    byReceived: async (from, ids) => tables.entries.received.find(from, ids),
    byAddress: async (destination, address) => addresses.conversation(destination, address),
    address: async (destination, conversation) => addresses.find(destination, conversation),
    visitor: async hash => readers.visitor(hash),
    seen: async conversation => readers.seen(conversation),
    newest: async () => readers.newest(),
    conversations: async listing => tables.summaries.list(listing),
    summary: async conversation => tables.summaries.one(conversation),
    alarms: async (now, limit) => alarms.due(now, limit),
    standings: async () => tables.standings.all(),
    keepStanding: standing => stored(committer, () => tables.standings.keep(standing)),
    rotations: async () => tables.rotations.all(),
    keepRotation: rotation => stored(committer, () => tables.rotations.keep(rotation)),
    watch: watcher => watchers.add(watcher),
    async ready() {
      return committer.healthy || (await stored(committer, () => readers.probe(options.clock.now())))
    }
  }
}

function openTables(db: Database, { node, leaseMs, clock, crash, onFault }: StoreOptions) {
  const addresses = createAddresses(db)
  const summaries = createSummaries(db)
  const loose: Loose = { any: true, full: new Set() }
  const committer = new Committer(db, { clock, crash, onFault })
  const index = createSearchIndex(db)
  return {
    loose,
    committer,
    watchers: createWatchers(onFault),
    addresses,
    summaries,
    entries: createEntries(db, addresses, summaries),
    owing: createOwing(db, { node, leaseMs }, addresses, loose),
    claiming: createClaiming(db, { node, leaseMs }, addresses),
    settling: createSettling(db, addresses),
    dead: createDeadLetters(db, addresses),
    readers: createReaders(db),
    reached: createReached(db, committer),
    alarms: createAlarms(db),
    index,
    search: createSearch(db, { index, committer, clock }),
    standings: createStandings(db),
    rotations: createRotations(db)
  }
}
type Tables = ReturnType<typeof openTables>

function writing(
  tables: Tables,
  { clock }: StoreOptions
): Pick<Store, 'append' | 'markSeen' | 'markShown' | 'disarm'> {
  const { committer, entries, owing, watchers, readers, reached, alarms } = tables

  function append(work: Append): { appended: Appended; owed: readonly Delivery[] } {
    // Of one commit there is one time.
    const now = clock.now()
    const appended = entries.append(work, now)
    if (appended.kind !== 'appended') return { appended, owed: [] }
    const owed = work.owed.flatMap(({ seq, destination }) => {
      const entry = work.entries[seq - work.expected - 1]
      const delivery = entry && owing.owe(destination, work.conversation, entry, now)
      return delivery ? [delivery] : []
    })
    return { appended, owed }
  }

  return {
    append(work) {
      const done = committer.run(
        () => append(work),
        ({ appended, owed }) => {
          if (appended.kind !== 'appended') return
          watchers.appended(work.conversation, work.entries)
          if (owed.length > 0) watchers.owed(owed)
        }
      )
      return done.then(
        ({ appended }) => appended,
        (error: unknown) => ({ kind: 'failed', reason: reasonOf(error) })
      )
    },
    async markSeen(conversation, seq) {
      await stored(committer, () => {
        if (readers.markSeen(conversation, seq) > 0) reached.read(conversation, seq, clock.now())
      })
    },
    markShown: (conversation, seq) => reached.shown(conversation, seq, clock.now()),
    async disarm(alarm) {
      await stored(committer, () => alarms.disarm(alarm))
    }
  }
}

/** What is owed, and what became of it. */
function outbox(
  tables: Tables,
  { clock }: StoreOptions
): Pick<Store, 'owe' | 'link' | 'settle' | 'settleSoon' | 'hurry'> {
  const { committer, entries, owing, settling, watchers } = tables
  return {
    owe: (conversation, seq, destination) =>
      stored(
        committer,
        () => {
          const [entry] = entries.read(conversation, seq - 1, 1)
          if (!entry || owing.isOwed(conversation, seq, destination)) return undefined
          return owing.owe(destination, conversation, entry, clock.now())
        },
        delivery => {
          if (delivery) watchers.owed([delivery])
        }
      ),
    link: async (delivery, address, attempt) =>
      (await kept(committer, () => settling.link(delivery, address, attempt))) ?? 'failed',
    settle: (delivery, settlement, attempt) =>
      stored(committer, () => settling.settle(delivery, settlement, { now: clock.now(), attempt })),
    settleSoon: (delivery, attempt) =>
      truth(committer.ride(() => settling.settle(delivery, { kind: 'done' }, { now: clock.now(), attempt }))),
    hurry: () => committer.hurry()
  }
}

/** In whose hands what is owed is. */
function claims(
  { committer, claiming, dead, loose }: Tables,
  { clock, onFault }: StoreOptions
): Pick<Store, 'claim' | 'renew' | 'deadLetters' | 'revive'> {
  return {
    claim(limit, full = []) {
      loose.full = new Set(full)
      if (full.length > 0) loose.any = true
      let claimed: Claimed | undefined
      // No turn later: what is new in the same commit is handed over in this one, and may be younger.
      return committer.run(
        () => {
          claimed = claiming.claim(clock.now(), limit, full)
          return claimed.owed
        },
        () => {
          loose.any = claimed?.more === true || full.length > 0
          for (const fault of claimed?.faults ?? []) onFault(fault)
        }
      )
    },
    async renew() {
      await stored(committer, () => claiming.renew(clock.now()))
    },
    deadLetters: async limit => dead.list(limit),
    revive(id) {
      loose.any = true
      return committer.run(() => dead.revive([id], clock.now()) > 0)
    }
  }
}
