import type { Given } from '../../state/desk.ts'
import type { OperatorDeeds, Operators } from '../../state/operators/operators.ts'

/** What everything on these pages is given. */
export interface PageGiven extends Given {
  ops: Operators
  operators: OperatorDeeds
}
