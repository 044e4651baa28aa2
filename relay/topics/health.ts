import type { DestinationId, Standing } from '../conversation/delivery.ts'
import type { Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

/** What operators count. */
export interface TopicsMeter {
  /** A subscription was disabled, or is enabled. */
  disabled(destination: DestinationId, is: boolean): void
}

export interface HealthParts {
  store: Pick<Store, 'keepStanding'>
  clock: Clock
  log: Log
  meter: TopicsMeter
}

/** How a subscription has been answering. What has consequences is in the store before it is acted upon. */
export class Health {
  readonly #parts: HealthParts
  readonly #disableAfterMs: number
  #standing: Standing
  #disabling: Promise<boolean> | undefined

  constructor(parts: HealthParts, disableAfterMs: number, standing: Standing) {
    this.#parts = parts
    this.#disableAfterMs = disableAfterMs
    this.#standing = standing
    parts.meter.disabled(standing.destination, this.disabled)
  }

  get standing(): Standing {
    return this.#standing
  }

  get disabled(): boolean {
    const { disabledAt, enabledAt } = this.#standing
    return disabledAt !== undefined && enabledAt === undefined
  }

  async took(): Promise<void> {
    if (this.#standing.failingSince === undefined) return
    const { failingSince: _, ...standing } = this.#standing
    await this.#keep(standing)
  }

  /** A failure that is not the first, and so long after it that nothing was taken in between, disables. */
  async failed(reason: string): Promise<void> {
    if (this.disabled) return
    const { failingSince } = this.#standing
    const now = this.#parts.clock.now()
    if (failingSince === undefined) await this.#keep({ ...this.#standing, failingSince: now })
    else if (now - failingSince >= this.#disableAfterMs) {
      await this.disable(`nothing was taken since ${new Date(failingSince).toISOString()}: ${reason}`)
    }
  }

  /** False when that could not be stored: then nothing changed. */
  async disable(reason: string): Promise<boolean> {
    if (this.disabled) return true
    // Calls that fail together disable once.
    this.#disabling ??= this.#disable(reason).finally(() => {
      this.#disabling = undefined
    })
    return this.#disabling
  }

  async #disable(reason: string): Promise<boolean> {
    const { enabledAt: _, ...standing } = this.#standing
    const kept = await this.#keep({ ...standing, disabledAt: this.#parts.clock.now(), reason })
    if (kept) this.#tell('subscription disabled: nothing more is sent to it until it is enabled')
    return kept
  }

  async enable(): Promise<boolean> {
    if (!this.disabled) return true
    const { failingSince: _, ...standing } = this.#standing
    const kept = await this.#keep({ ...standing, enabledAt: this.#parts.clock.now() })
    if (kept) this.#parts.meter.disabled(standing.destination, false)
    return kept
  }

  #tell(words: string): void {
    const { destination, reason } = this.#standing
    this.#parts.log.error({ destination, reason }, words)
    this.#parts.meter.disabled(destination, true)
  }

  async #keep(standing: Standing): Promise<boolean> {
    const kept = await this.#parts.store.keepStanding(standing)
    if (kept) this.#standing = standing
    return kept
  }
}
