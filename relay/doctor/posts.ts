import type { Clock } from '../lib/clock.ts'
import type { Posted } from './ear.ts'

/** What came, and whoever waits for more of it. */
export class Posts {
  readonly #clock: Clock
  readonly #all: Posted[] = []
  readonly #waiting = new Set<() => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get all(): readonly Posted[] {
    return this.#all
  }

  add(what: Posted): void {
    this.#all.push(what)
    for (const wake of this.#waiting) wake()
  }

  /** What is looked for, as soon as it is there; undefined when it does not come in time. */
  until<Found>(
    find: (all: readonly Posted[]) => Found | undefined,
    withinMs: number
  ): Promise<Found | undefined> {
    return new Promise(resolve => {
      const end = (found: Found | undefined) => {
        cancel()
        this.#waiting.delete(look)
        resolve(found)
      }
      const cancel = this.#clock.after(withinMs, () => end(undefined))
      const look = () => {
        const found = find(this.#all)
        if (found !== undefined) end(found)
      }
      this.#waiting.add(look)
      look()
    })
  }
}
