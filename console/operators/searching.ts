import { batch } from '@preact/signals-core'
import type { OperatorsRelay } from '../connection/operators.ts'
import { fetched, loading } from '../state/operators/fetched.ts'
import type { Operators } from '../state/operators/operators.ts'
import { type Query, restOf, wantedOf } from '../state/operators/query.ts'
import { createLatest } from './latest.ts'

const pageSize = 30

/** Finds conversations, a page after the other. */
export function createSearching(ops: Operators, relay: OperatorsRelay) {
  const latest = createLatest()

  async function find(query: Query): Promise<void> {
    const isOther = restOf(query) !== restOf(ops.query.peek())
    batch(() => {
      ops.query.value = query
      ops.isFindingMore.value = false
      if (isOther) ops.found.value = loading
    })
    await latest(relay.search(wantedOf(query, pageSize)), answer => {
      ops.found.value = fetched(answer, ops.found.peek(), body => body)
    })
  }
  async function more(): Promise<void> {
    const known = ops.found.peek().value
    if (known?.before === undefined || ops.isFindingMore.peek()) return
    ops.isFindingMore.value = true
    const wanted = { ...wantedOf(ops.query.peek(), pageSize), before: known.before }
    await latest(relay.search(wanted), answer =>
      batch(() => {
        ops.isFindingMore.value = false
        const together = [...known.conversations]
        ops.found.value = fetched(answer, ops.found.peek(), body => ({
          ...body,
          conversations: [...together, ...body.conversations]
        }))
      })
    )
  }
  return { find, more }
}
