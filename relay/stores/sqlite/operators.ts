import type { Database } from 'libsql'
import type { OperatorsStore } from '../../console/operators/store.ts'
import { createTimeline } from './timeline.ts'

/** What operators see and mend. */
export function createOperators(db: Database): OperatorsStore {
  const timeline = createTimeline(db)
  return {
    timeline: async (conversation, after, limit) => timeline(conversation, after, limit)
  }
}
