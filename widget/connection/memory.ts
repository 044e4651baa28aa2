import type { ClientId, VisitorToken } from '#shared/ids.ts'
import type { Item } from './unsent.ts'

/** What the connection keeps over a reload. */
export interface Memory {
  token(): VisitorToken | undefined
  keep(token: VisitorToken): void
  /** Only if it still is this one: another tab may have a newer. */
  forget(token: VisitorToken | undefined): void
  /** In the order in which they were said. */
  unsent(): readonly Item[]
  put(item: Item): void
  drop(id: ClientId): void
}
