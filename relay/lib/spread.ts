/** Each bound is so much above the one before: what is told is at most this far from what was. */
const step = 1.1
/** The highest bound is above a quarter of an hour. */
const bounds = Array.from({ length: 145 }, (_, nth) => step ** nth)
const perBound = Math.log(step)

/** Times in ms, of which it is asked below what a share of them lies. As small after a million as after one. */
export interface Spread {
  add(ms: number): void
  /** Undefined where there is none. */
  below(share: number): number | undefined
  /** Of all of these together. */
  with(others: Iterable<Spread>): Spread
  readonly counts: Readonly<Uint32Array>
}

export function createSpread(counts = new Uint32Array(bounds.length)): Spread {
  return {
    counts,
    add(ms) {
      const nth = ms <= 1 ? 0 : Math.min(bounds.length - 1, Math.ceil(Math.log(ms) / perBound))
      counts[nth] = (counts[nth] ?? 0) + 1
    },
    below(share) {
      const wanted = Math.ceil(counts.reduce((sum, count) => sum + count, 0) * share)
      let seen = 0
      const nth = counts.findIndex(count => {
        seen += count
        return seen >= wanted && seen > 0
      })
      return nth < 0 ? undefined : Math.round(bounds[nth] ?? 0)
    },
    with(others) {
      const all = Uint32Array.from(counts)
      for (const other of others)
        for (const [nth, count] of other.counts.entries()) all[nth] = (all[nth] ?? 0) + count
      return createSpread(all)
    }
  }
}
