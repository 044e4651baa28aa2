import type { ServerResponse } from 'node:http'
import type { Clock } from '../../lib/clock.ts'

/** What goes out to one browser, no faster than it reads. */
export class Outlet {
  readonly #response: ServerResponse
  readonly #clock: Clock
  #stuckSince: number | undefined

  constructor(response: ServerResponse, clock: Clock) {
    this.#response = response
    this.#clock = clock
    response.on('drain', () => {
      this.#stuckSince = undefined
    })
  }

  /** Since when something has been waiting for its reader, if it has. */
  get stuckSince(): number | undefined {
    return this.#stuckSince
  }

  /** With a promise, where the next must wait until there is room, or until nobody reads any more. */
  write(text: string): Promise<void> | undefined {
    const response = this.#response
    if (response.writableEnded || response.destroyed || response.write(text)) return undefined
    this.#stuckSince ??= this.#clock.now()
    return new Promise(resolve => {
      const done = () => {
        response.off('drain', done).off('close', done)
        resolve()
      }
      response.on('drain', done).on('close', done)
    })
  }

  /** What nobody needs to know later is said only to who listens. */
  say(text: string): void {
    if (this.#stuckSince === undefined) void this.write(text)
  }

  end(text: string): void {
    if (!this.#response.writableEnded) this.#response.end(text)
  }

  /** Whoever does not read is not waited for. */
  cut(): void {
    this.#response.destroy()
  }
}
