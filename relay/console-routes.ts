import type { ApiRoute } from './console/answers.ts'
import { deedRoutes } from './console/deeds.ts'
import { deskRoutes } from './console/desk.ts'
import type { Entrance } from './console/index.ts'
import { lawRoutes } from './console/law.ts'
import { operatorRoutes } from './console/operators/index.ts'
import { apiRoutes } from './console/routes.ts'
import type { Accept } from './conversation/accept.ts'
import type { DestinationId } from './conversation/delivery.ts'
import type { Forgetting } from './conversation/forgetting.ts'
import type { Retention } from './conversation/retention.ts'
import type { Files } from './files/files.ts'
import type { Uploads } from './files/uploads.ts'
import type { Clock } from './lib/clock.ts'
import type { Metrics } from './lib/metrics.ts'
import type { Dispatcher } from './outbox/dispatcher.ts'
import type { SqliteStore } from './stores/sqlite/index.ts'
import type { Topics } from './topics/index.ts'

interface ConsoleParts {
  clock: Clock
  store: SqliteStore
  accept: Accept
  topics: Topics
  metrics: Metrics
  forgetting: Forgetting
  retention: Retention
  dispatcher: Dispatcher
  files: Files
  uploads: Uploads
  /** Bots and channels. */
  platforms: readonly { id: DestinationId }[]
}

/** Whatever agents, operators and their programs can ask for, once they are in. */
export function consoleRoutes(
  { accounts, people, canned }: Entrance,
  { clock, store, accept, topics, metrics, dispatcher, platforms, uploads, ...law }: ConsoleParts
): readonly ApiRoute[] {
  const look = () => void dispatcher.look()
  return [
    ...operatorRoutes({
      store: store.operators,
      look,
      subscriptions: topics,
      rehearse: delivery => dispatcher.rehearse(delivery),
      summary: id => store.summary(id),
      clock,
      tallies: metrics.tallies,
      platforms: [...platforms, ...topics.destinations].map(({ id }) => id),
      waiting: () => dispatcher.waitingBy()
    }),
    ...apiRoutes({ store, accept, accounts, look, subscriptions: topics, uploads }),
    ...deskRoutes({ people, canned }),
    ...deedRoutes(store.console),
    ...lawRoutes({ store, clock, ...law })
  ]
}
