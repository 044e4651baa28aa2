/** How a delivery is tried again. */
export interface Backoff {
  /** Before the second try, ms. */
  firstMs: number
  /** Each wait is this many times the one before. */
  factor: number
  /** The longest wait, ms. */
  capMs: number
  /** Owed for longer than this, it becomes a dead letter, ms. */
  giveUpMs: number
}

/** 250 ms, 1 s, 4 s, 16 s, then every minute for a day. */
export const defaultBackoff: Backoff = { firstMs: 250, factor: 4, capMs: 60_000, giveUpMs: 86_400_000 }

/**
 * The wait after so many failed tries, with jitter: between half of it and the whole, so that a crowd that failed
 * together does not return together. What the destination asked for is never cut short.
 */
export function waitMs(backoff: Backoff, failed: number, askedMs: number, random: () => number): number {
  const full = Math.min(backoff.capMs, backoff.firstMs * backoff.factor ** (failed - 1))
  return Math.max(askedMs, Math.round(full * (0.5 + random() / 2)))
}
