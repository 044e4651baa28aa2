import type { ConversationId } from '#shared/ids.ts'
import type { Config } from './config.ts'
import { createForgetting, type Forgetful, type Forgetting } from './conversation/forgetting.ts'
import { Retention } from './conversation/retention.ts'
import type { States } from './conversation/states.ts'
import type { Clock } from './lib/clock.ts'
import type { Log } from './lib/log.ts'
import type { Metrics } from './lib/metrics.ts'
import { retentionSites } from './sites.ts'
import type { SqliteStore } from './stores/sqlite/index.ts'
import type { Topics } from './topics/index.ts'

interface LawParts {
  config: Config
  store: SqliteStore
  states: States
  clock: Clock
  log: Log
  topics: Topics
  metrics: Metrics
  /** Takes away files; never rejects. */
  eraseFiles(gone: readonly ConversationId[]): Promise<void>
}

/** What erases: a visitor when they or an operator want it, and what is old when its site says so. */
export function createLaw({ config, store, states, clock, log, topics, metrics, eraseFiles }: LawParts) {
  const { subscribers } = topics
  const forgetting = createForgetting({ store, states, clock, subscribers, eraseFiles })
  const retention = new Retention({
    store: store.retaining,
    clock,
    log,
    sites: retentionSites(config),
    gone(conversations) {
      forgetting.gone(conversations)
      return eraseFiles(conversations)
    },
    meter: metrics.retention
  })
  return { forgetting, retention }
}

interface Holders {
  dispatcher: { forget: Forgetful; look(): Promise<void> }
  widget: { erased: Forgetful }
  /** Undefined where the configuration lets nobody in. */
  streams: { wake(): void } | undefined
}

/** What was erased is forgotten by whoever has it in hand; then subscribers and consoles are told. */
export function forgetEverywhere(forgetting: Forgetting, { dispatcher, widget, streams }: Holders): void {
  forgetting.tell(gone => dispatcher.forget(gone))
  forgetting.tell(gone => widget.erased(gone))
  forgetting.tell(() => void dispatcher.look())
  forgetting.tell(() => streams?.wake())
}
