import type { OperatorsRelay } from '../connection/operators.ts'
import { fetched, loading } from '../state/operators/fetched.ts'
import { type LastTold, mostTold, type OperatorDeeds, type Operators } from '../state/operators/operators.ts'

/** As many more at once. */
const pageSize = 50

interface Telling {
  /** Of all of which it is shown. */
  again(): Promise<unknown>
  deeds: Pick<OperatorDeeds, 'showTold' | 'moreTold' | 'toggleDelivery'>
}

/** Reads what subscribers were told last. */
export function createTelling(ops: Operators, relay: OperatorsRelay): Telling {
  const keep = (id: string, told: LastTold) => {
    ops.told.value = new Map(ops.told.peek()).set(id, told)
  }
  async function read(id: string, limit: number): Promise<void> {
    const answer = await relay.deliveries(id, limit)
    const before = ops.told.peek().get(id)
    // Hidden meanwhile, or more is wanted.
    if (before?.limit !== limit) return
    const page = fetched(answer, before.page, ({ deliveries, before: more }) => ({
      lines: deliveries,
      isMore: more !== undefined
    }))
    keep(id, { limit, page })
  }
  return {
    again: () => Promise.all([...ops.told.peek()].map(([id, { limit }]) => read(id, limit))),
    deeds: {
      showTold(id, isShown) {
        if (isShown) {
          keep(id, { limit: pageSize, page: loading })
          void read(id, pageSize)
          return
        }
        const others = new Map(ops.told.peek())
        others.delete(id)
        ops.told.value = others
      },
      moreTold(id) {
        const told = ops.told.peek().get(id)
        if (!told) return
        const limit = Math.min(mostTold, told.limit + pageSize)
        keep(id, { ...told, limit })
        void read(id, limit)
      },
      toggleDelivery(delivery) {
        const open = new Set(ops.openDeliveries.peek())
        if (!open.delete(delivery)) open.add(delivery)
        ops.openDeliveries.value = open
      }
    }
  }
}
