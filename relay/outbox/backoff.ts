import type { Delivery } from '../conversation/delivery.ts'

/** How a delivery is tried again. */
export type Backoff = GrowingBackoff | ListedBackoff

/** Each wait is longer than the one before, up to a cap, for as long as the delivery is not too old. */
interface GrowingBackoff {
  /** Before the second try, ms. */
  firstMs: number
  /** Each wait is this many times the one before. */
  factor: number
  /** The longest wait, ms. */
  capMs: number
  /** Owed for longer than this, it becomes a dead letter, ms. */
  giveUpMs: number
}

/** The waits between the tries, ms; after the last of them it becomes a dead letter, however old it is. */
interface ListedBackoff {
  waitsMs: readonly number[]
}

/** 250 ms, 1 s, 4 s, 16 s, then every minute for a day. */
export const defaultBackoff: GrowingBackoff = { firstMs: 250, factor: 4, capMs: 60_000, giveUpMs: 86_400_000 }

/** How long it still waits: however the clock is set meanwhile, no longer than it was put off for. */
export function leftMs({ owedAt, dueAt, putOffMs = dueAt - owedAt }: Delivery, now: number): number {
  return Math.min(dueAt - now, putOffMs)
}

/** A delivery that has failed once more. */
interface Failed {
  /** How often it was tried by now. */
  attempts: number
  /** What the destination asked for, ms. */
  askedMs: number
  /** For how long it has been owed, ms. */
  owedForMs: number
}

/** The wait before the next try; undefined when there is to be none. */
export function nextWaitMs(backoff: Backoff, failed: Failed, random: () => number): number | undefined {
  if ('waitsMs' in backoff) return listedWaitMs(backoff.waitsMs, failed, random)
  // Who asks for more than the time that is left is asked once more at its end.
  const askedMs = Math.min(failed.askedMs, backoff.giveUpMs - failed.owedForMs)
  const wait = waitMs(backoff, failed.attempts, askedMs, random)
  return failed.owedForMs + wait > backoff.giveUpMs ? undefined : wait
}

/**
 * The wait after so many failed tries, with jitter: between half of it and the whole, so that a crowd that failed
 * together does not return together. It is never shorter than `askedMs`.
 */
export function waitMs(
  backoff: GrowingBackoff,
  failed: number,
  askedMs: number,
  random: () => number
): number {
  const full = Math.min(backoff.capMs, backoff.firstMs * backoff.factor ** (failed - 1))
  return Math.max(askedMs, Math.round(full * (0.5 + random() / 2)))
}

/** A list is a promise: never sooner, and up to a tenth later. Nobody may ask for more than its longest wait. */
function listedWaitMs(
  waitsMs: readonly number[],
  { attempts, askedMs }: Failed,
  random: () => number
): number | undefined {
  const wait = waitsMs[attempts - 1]
  if (wait === undefined) return undefined
  return Math.max(Math.min(askedMs, Math.max(...waitsMs)), Math.round(wait * (1 + random() / 10)))
}
