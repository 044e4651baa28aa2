export interface BackoffTimes {
  minMs: number
  maxMs: number
}

/** Full jitter: anything up to a ceiling that doubles with every try, so that a crowd never comes back at once. */
export function backoff(attempt: number, random: number, { minMs, maxMs }: BackoffTimes): number {
  return Math.round(random * Math.min(maxMs, minMs * 2 ** attempt))
}
