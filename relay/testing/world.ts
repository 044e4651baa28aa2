import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConversationId } from '#shared/ids.ts'
import { type Accept, createAccept } from '../conversation/accept.ts'
import { type Activity, createActivityHub } from '../conversation/activity.ts'
import type { SiteRules } from '../conversation/decision.ts'
import type { Delivery } from '../conversation/delivery.ts'
import { createStates, type States } from '../conversation/states.ts'
import { openSqlite, type SqliteStore } from '../stores/sqlite/index.ts'
import { type TestClock, testClock } from './clock.ts'
import { bot } from './entries.ts'

/** The core on a real database, with time standing still. */
export interface World {
  store: SqliteStore
  states: States
  accept: Accept
  clock: TestClock
  /** Everything that was owed to this node, in order. */
  owed: Delivery[]
  told: Activity[]
  /** May an agent be given a visitor? */
  somebody: boolean
  /** Opens a conversation of the site `shop` and gives it an address at its bot. */
  open(name?: string): Promise<ConversationId>
  close(): Promise<void>
}

const shop: SiteRules = {
  bot,
  start: () => ({ restart: true }),
  agents: true,
  nobody: { then: 'wait' },
  takeWithinMs: 60_000,
  maxText: 100
}

export function createWorld(rules: Partial<SiteRules> = {}, clock: TestClock = testClock()): World {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  const store = openSqlite({ path: join(folder, 'log.db'), clock, node: 'node', leaseMs: 30_000 })
  const states = createStates(store)
  const activity = createActivityHub()
  const site = { ...shop, ...rules }
  const sites = new Map([['shop', site]])
  if (rules.channel !== undefined) sites.set(rules.channel, site)
  const accept = createAccept({ store, states, sites, activity, clock, somebody: () => world.somebody })
  const owed: Delivery[] = []
  const told: Activity[] = []
  store.watch({ owed: more => owed.push(...more) })
  activity.listen((_, what) => told.push(what))
  const world: World = {
    somebody: true,
    store,
    states,
    accept,
    clock,
    owed,
    told,
    async open(name = 'one') {
      const id = `c-${name}` as ConversationId
      await accept(id, { kind: 'open', site: 'shop', visitor: `visitor of ${name}` })
      const delivery = owed.find(({ conversation }) => conversation === id)
      if (!delivery) throw new Error('opening owed nothing')
      await store.link(delivery, `their-${name}`)
      await store.settle(delivery, { kind: 'done' })
      owed.splice(0)
      return id
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return world
}
