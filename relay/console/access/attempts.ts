import { hash, randomBytes } from 'node:crypto'

/** So many may fail in a row before the next has to wait. */
const free = 5
const firstWaitMs = 1_000
const longestWaitMs = 900_000
/** After so long without another failure nothing is held against anybody, ms. */
const forgottenMs = 3_600_000
/** Places to count at, so many that two keys seldom share one. */
const places = 131_072

interface Failed {
  times: number
  at: number
}

/**
 * Failed attempts to sign in, by account and by network. Each failure after the fifth doubles the wait, from a second to a
 * quarter of an hour: never more than a hundred tries an hour at one account, from however many networks.
 *
 * A key counts at its place, by a hash that nobody outside can make: guessing with ever new names costs no memory and pushes
 * nothing out, and whether there is such an account makes no difference.
 */
export class Attempts {
  readonly #failed = new Map<number, Failed>()
  readonly #salt: string

  constructor(salt = randomBytes(16).toString('hex')) {
    this.#salt = salt
  }

  /** How long until somebody may try this account from this network, ms; 0 is now. Without an account the network counts alone. */
  waitMs(account: string | undefined, network: string, now: number): number {
    return Math.max(...this.#places(account, network).map(place => this.#waitOf(place, now)))
  }

  failed(account: string | undefined, network: string, now: number): void {
    for (const place of this.#places(account, network)) {
      const before = this.#known(place, now)
      this.#failed.set(place, { times: (before?.times ?? 0) + 1, at: now })
    }
  }

  succeeded(account: string | undefined, network: string): void {
    for (const place of this.#places(account, network)) this.#failed.delete(place)
  }

  #places(account: string | undefined, network: string): readonly number[] {
    const keys = [...(account === undefined ? [] : [`account ${account}`]), `network ${network}`]
    return keys.map(key => hash('sha256', `${this.#salt} ${key}`, 'buffer').readUInt32BE() % places)
  }

  #known(place: number, now: number): Failed | undefined {
    const failed = this.#failed.get(place)
    return failed && now - failed.at < forgottenMs ? failed : undefined
  }

  #waitOf(place: number, now: number): number {
    const failed = this.#known(place, now)
    if (!failed || failed.times < free) return 0
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failed.times - free))
    return Math.max(0, failed.at + wait - now)
  }
}
