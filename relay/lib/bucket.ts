/** How much may come at once, and how much each second after that. */
export interface Rate {
  burst: number
  perSecond: number
}

/** A token bucket: full at first, refilled by time. */
export class Bucket {
  readonly #rate: Rate
  #tokens: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#tokens = rate.burst
    this.#at = now
  }

  /** Takes one, if there is one. */
  take(now: number): boolean {
    const gained = (Math.max(0, now - this.#at) / 1_000) * this.#rate.perSecond
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + gained)
    this.#at = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** Nothing would be forgotten with it. */
  full(now: number): boolean {
    return this.#tokens + ((now - this.#at) / 1_000) * this.#rate.perSecond >= this.#rate.burst
  }
}

/** A bucket for each key, dropped when full. */
export class Buckets {
  readonly #rate: Rate
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: Rate) {
    this.#rate = rate
  }

  take(key: string, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? new Bucket(this.#rate, now)
    this.#buckets.set(key, bucket)
    return bucket.take(now)
  }

  sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.full(now)) this.#buckets.delete(key)
  }
}
