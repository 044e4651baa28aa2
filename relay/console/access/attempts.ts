import { Lru } from '../../lib/lru.ts'

/** So many may fail in a row before the next has to wait. */
const free = 5
const firstWaitMs = 1_000
const longestWaitMs = 900_000
/** After so long without another failure nothing is held against anybody, ms. */
const forgottenMs = 3_600_000
/** Names and networks that are remembered: guessing with ever new ones costs no memory. */
const remembered = 10_000

interface Failed {
  times: number
  at: number
}

/**
 * Failed attempts to sign in, by account and by network. Each failure after the fifth doubles the wait, from a second to a
 * quarter of an hour: never more than a hundred tries an hour at one account, from however many networks.
 */
export class Attempts {
  readonly #failed = new Lru<string, Failed>(remembered)

  /** How long until somebody may try this account from this network, ms; 0 is now. Without an account the network counts alone. */
  waitMs(account: string | undefined, network: string, now: number): number {
    return Math.max(...keys(account, network).map(key => this.#waitOf(key, now)))
  }

  failed(account: string | undefined, network: string, now: number): void {
    for (const key of keys(account, network)) {
      const before = this.#known(key, now)
      this.#failed.set(key, { times: (before?.times ?? 0) + 1, at: now })
    }
  }

  succeeded(account: string | undefined, network: string): void {
    for (const key of keys(account, network)) this.#failed.delete(key)
  }

  #known(key: string, now: number): Failed | undefined {
    const failed = this.#failed.get(key)
    return failed && now - failed.at < forgottenMs ? failed : undefined
  }

  #waitOf(key: string, now: number): number {
    const failed = this.#known(key, now)
    if (!failed || failed.times < free) return 0
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failed.times - free))
    return Math.max(0, failed.at + wait - now)
  }
}

const keys = (account: string | undefined, network: string): readonly string[] => [
  ...(account === undefined ? [] : [`account ${account}`]),
  `network ${network}`
]
