import type { BackoffTimes } from './backoff.ts'

/** The timers of a fixed length. */
export interface FixedTimes {
  /** From opening a socket to its welcome. */
  welcome: number
  /** Of silence, until the relay is asked whether it is there. */
  ping: number
  /** For any frame at all after something was asked. */
  pong: number
  /** For an answer to something said, until it is said again. */
  ack: number
  /** In which what was seen is gathered into one frame. */
  seen: number
  /** From the last key to `stop`. */
  fingers: number
  /** Between two `start`s. */
  keys: number
  /** In which a party's typing is believed. */
  bot: number
  agent: number
}

export interface Times extends FixedTimes {
  backoff: BackoffTimes
}

export const usualTimes: Times = {
  welcome: 15_000,
  ping: 20_000,
  pong: 10_000,
  ack: 15_000,
  seen: 400,
  fingers: 10_000,
  keys: 5_000,
  bot: 10_000,
  agent: 10_000,
  backoff: { minMs: 500, maxMs: 30_000 }
}
