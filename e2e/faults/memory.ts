import type { VisitorToken } from '#shared/ids.ts'
import type { Memory } from '../../widget/connection/memory.ts'
import type { Item } from '../../widget/connection/unsent.ts'

/** A browser's storage: what outlives the page. `onDrop` hears of each client id that the widget lets go of. */
export function createMemory(onDrop: (id: string) => void): Memory {
  const items = new Map<string, Item>()
  let held: VisitorToken | undefined
  return {
    token: () => held,
    keep(token) {
      held = token
    },
    forget(token) {
      if (held === token) held = undefined
    },
    unsent: () => [...items.values()],
    put: item => void items.set(item.frame.id, item),
    drop(id) {
      onDrop(id)
      items.delete(id)
    }
  }
}
