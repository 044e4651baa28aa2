import type { ApiRoute } from '../answers.ts'
import type { OperatorsStore } from './store.ts'
import { timelineRoutes } from './timeline.ts'

interface OperatorParts {
  store: OperatorsStore
}

/** What operators see of how the relay runs, and how they mend it. */
export function operatorRoutes({ store }: OperatorParts): readonly ApiRoute[] {
  return [...timelineRoutes(store)]
}
