import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../lib/clock.ts'
import type { Committer } from './committer.ts'
import type { SearchIndex } from './search-index.ts'
import { kept } from './stored.ts'

/** Entries that are taken in at once: a few milliseconds in which nobody else is served. */
const slice = 100
/** Between two slices, for those who talk. */
const restMs = 10
const lookEveryMs = 1_000
/** Whoever searches waits for so many that are not taken in yet; where there are more, the answer is not whole. */
const worthWaiting = 2_000

interface GrowingParts {
  index: SearchIndex
  committer: Committer
  clock: Clock
}

/**
 * Takes entries into the index a moment after they are stored, many in one commit: taken in with each commit they would
 * cost the relay more than it costs to store them. What is taken in, and how far, is one transaction.
 */
export function createGrowing({ index, committer, clock }: GrowingParts) {
  const behind = () => index.newest() - index.reached()
  let growing: Promise<void> | undefined
  let stopped = false
  const stopLooking = clock.every(lookEveryMs, () => {
    growing ??= grow(rest).finally(() => {
      growing = undefined
    })
  })

  const rest = () => new Promise<void>(resolve => clock.after(restMs, resolve))

  async function grow(pause: () => Promise<unknown>): Promise<void> {
    while (!stopped && (await kept(committer, () => index.grow(slice)))) await pause()
  }

  return {
    stop(): void {
      stopped = true
      stopLooking()
    },
    async catchUp(): Promise<void> {
      if (behind() <= worthWaiting) await grow(setImmediate)
    },
    /** How much of all is taken in, from 0 to 1. */
    share: (): number => (behind() > 0 ? index.reached() / index.newest() : 1)
  }
}
