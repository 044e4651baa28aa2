import type { DeedTold, SiteRetention } from '../../records-contract.ts'

/** What is kept, for how long, and who did what. */
export interface Records {
  sites: readonly SiteRetention[]
  /** The newest first. */
  deeds: readonly DeedTold[]
  /** There are older ones. */
  hasMore: boolean
}

/** Deeds that are asked for at once. */
export const deedsAtOnce = 100

/** The newest deeds in front of what was known; only where nothing lies between the two. */
export function withNewest({ deeds, hasMore }: Omit<Records, 'sites'>, newest: readonly DeedTold[]) {
  const oldest = newest.at(-1)?.id ?? 0
  const isWhole = newest.length < deedsAtOnce
  const older = deeds.filter(({ id }) => id < oldest)
  const isNext = deeds.some(({ id }) => id >= oldest)
  if (isWhole || !isNext) return { deeds: newest, hasMore: !isWhole }
  return { deeds: [...newest, ...older], hasMore }
}

/** A page of older deeds behind what is known. */
export const withOlder = ({ deeds }: Records, older: readonly DeedTold[]) => ({
  deeds: [...deeds, ...older],
  hasMore: older.length === deedsAtOnce
})

/** What became of a deed. */
export function fateOf({ outcome }: DeedTold): 'done' | 'refused' | 'unknown' {
  if (outcome === undefined) return 'unknown'
  return outcome.startsWith('2') ? 'done' : 'refused'
}

/** Of what there is to look at, 0 to 1. */
export const shareLooked = ({ looked, found }: SiteRetention): number =>
  found === 0 ? 1 : Math.min(1, looked / found)
