import type { ConversationId } from '#shared/ids.ts'
import type { Gone } from './visitors.ts'

/** A conversation as its age is looked at. Times are ms since 1970. */
export interface Aged {
  id: ConversationId
  openedAt: number
  /** When its newest entry was stored. */
  usedAt: number
}

/** How a store lets go of what is old. Each of these is little work, so that nobody else waits for long. */
export interface Retaining {
  /** Of a site, those that began before `before`, the oldest first, after the one named. */
  aged(
    site: string,
    before: number,
    from: { after?: Aged | undefined; limit: number }
  ): Promise<readonly Aged[]>
  /** How many there are, up to `most`. */
  countAged(site: string, before: number, most: number): Promise<number>
  /**
   * Nobody reaches these any more, by whatever way: those of them that were not used since `before` after all. What they
   * held is left for `clear`, also when the process dies in between. Undefined when it could not be stored.
   */
  withdraw(
    conversations: readonly ConversationId[],
    before: number
  ): Promise<readonly ConversationId[] | undefined>
  /**
   * Erases at most about so many rows of what was withdrawn, also for an erasure that was not finished: of that `buried` is
   * told. Is there more? Undefined when it could not be stored.
   */
  clear(rows: number, buried?: Gone): Promise<boolean | undefined>
  /** What was erased is not to be found in the store's files either. Costs nothing where nothing was. */
  empty(): void
}
