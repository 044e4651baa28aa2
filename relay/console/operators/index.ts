import type { ApiRoute } from '../answers.ts'
import { type DeadLetterParts, deadLetterRoutes } from './dead-letters.ts'
import { type DeliveriesParts, deliveryRoutes } from './deliveries.ts'
import { type HealthParts, healthRoutes } from './health.ts'
import { type SearchParts, searchRoutes } from './search.ts'
import type { OperatorsStore } from './store.ts'
import { timelineRoutes } from './timeline.ts'

interface OperatorParts extends DeadLetterParts, DeliveriesParts, HealthParts, SearchParts {
  store: OperatorsStore
}

/** What operators see of how the relay runs, and how they mend it. */
export function operatorRoutes(parts: OperatorParts): readonly ApiRoute[] {
  // `search` before what takes any word for an id.
  return [
    ...searchRoutes(parts),
    ...timelineRoutes(parts.store),
    ...deadLetterRoutes(parts),
    ...deliveryRoutes(parts),
    ...healthRoutes(parts)
  ]
}
