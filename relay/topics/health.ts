import type { DestinationId, Standing } from '../conversation/delivery.ts'
import type { Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

/** What operators count. */
interface TopicsMeter {
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
  #changing: Promise<unknown> = Promise.resolve()

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
    return isDisabled(this.#standing)
  }

  async took(): Promise<void> {
    if (this.#standing.failingSince === undefined) return
    await this.#change(working)
  }

  /** A failure that is not the first, and so long after it that nothing was taken in between, disables. */
  async failed(reason: string): Promise<void> {
    const now = this.#parts.clock.now()
    const { failingSince } = this.#standing
    if (failingSince === undefined) await this.#change(standing => failing(standing, now))
    else if (now - failingSince >= this.#disableAfterMs) {
      await this.disable(`nothing was taken since ${new Date(failingSince).toISOString()}: ${reason}`)
    }
  }

  /** False when that could not be stored: then nothing changed. */
  disable(reason: string): Promise<boolean> {
    return this.#change(standing => {
      if (isDisabled(standing)) return standing
      const { enabledAt: _, ...rest } = standing
      return { ...rest, disabledAt: this.#parts.clock.now(), reason }
    })
  }

  enable(): Promise<boolean> {
    return this.#change(standing => {
      if (!isDisabled(standing)) return standing
      return { ...working(standing), enabledAt: this.#parts.clock.now() }
    })
  }

  /** One after the other: calls that end together must not undo each other's findings. */
  #change(to: (standing: Standing) => Standing): Promise<boolean> {
    const changed = this.#changing.then(() => this.#keep(to(this.#standing)))
    this.#changing = changed.catch(() => undefined)
    return changed
  }

  async #keep(standing: Standing): Promise<boolean> {
    const before = this.#standing
    if (standing === before) return true
    const kept = await this.#parts.store.keepStanding(standing)
    if (!kept) return false
    this.#standing = standing
    this.#tell(before)
    return true
  }

  #tell(before: Standing): void {
    const { log, meter } = this.#parts
    const { destination, failingSince, reason } = this.#standing
    meter.disabled(destination, this.disabled)
    if (this.disabled && !isDisabled(before)) {
      log.error(
        { destination, reason },
        'subscription disabled: nothing more is sent to it until it is enabled'
      )
    } else if (failingSince !== undefined && before.failingSince === undefined) {
      log.warn({ destination }, 'a subscription is failing')
    }
  }
}

function working(standing: Standing): Standing {
  const { failingSince: _, ...rest } = standing
  return rest
}

const failing = (standing: Standing, since: number): Standing =>
  standing.failingSince === undefined ? { ...standing, failingSince: since } : standing

const isDisabled = ({ disabledAt, enabledAt }: Standing): boolean =>
  disabledAt !== undefined && enabledAt === undefined
