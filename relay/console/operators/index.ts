import type { ApiRoute } from '../answers.ts'
import { type DeadLetterParts, deadLetterRoutes } from './dead-letters.ts'
import type { OperatorsStore } from './store.ts'
import { timelineRoutes } from './timeline.ts'

interface OperatorParts extends DeadLetterParts {
  store: OperatorsStore
}

/** What operators see of how the relay runs, and how they mend it. */
export function operatorRoutes(parts: OperatorParts): readonly ApiRoute[] {
  return [...timelineRoutes(parts.store), ...deadLetterRoutes(parts)]
}
