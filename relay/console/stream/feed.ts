import type { Store } from '../../conversation/store.ts'
import { framesOf } from './frames.ts'

const pageSize = 100

/** What was stored after one place and up to another: all of it, as it goes out. */
export interface Page {
  after: number
  last: number
  frames: readonly string[]
  /** There may be more. */
  full: boolean
}

type Hear = (page: Page) => void

export type FeedStore = Pick<Store, 'stored' | 'summary' | 'newest' | 'watch'>

/** What is stored, read and written down once for all who listen. */
export class Feed {
  readonly #store: FeedStore
  readonly #onFault: (error: unknown) => void
  readonly #listeners = new Set<Hear>()
  /** All up to here has been told. */
  #place = 0
  #ready = Promise.resolve()
  #phase: 'idle' | 'reading' | 'woken' = 'idle'

  constructor(store: FeedStore, onFault: (error: unknown) => void) {
    this.#store = store
    this.#onFault = onFault
    store.watch({ appended: () => this.wake() })
  }

  /** Nothing of what is stored once this has resolved is missed. */
  async listen(hear: Hear): Promise<() => void> {
    // While nobody listened, nobody read on.
    if (this.#listeners.size === 0) this.#ready = this.#begin()
    this.#listeners.add(hear)
    const stop = () => void this.#listeners.delete(hear)
    try {
      await this.#ready
    } catch (error) {
      // Whoever stayed would keep the next from beginning anew.
      stop()
      throw error
    }
    return stop
  }

  /** For who is behind. */
  async read(after: number): Promise<Page> {
    const stored = await this.#store.stored(after, pageSize)
    const last = stored.at(-1)?.place ?? after
    return { after, last, frames: await framesOf(this.#store, stored), full: stored.length === pageSize }
  }

  async #begin(): Promise<void> {
    this.#place = await this.#store.newest()
  }

  /** There may be something new. */
  wake(): void {
    if (this.#phase === 'reading') this.#phase = 'woken'
    if (this.#phase !== 'idle' || this.#listeners.size === 0) return
    this.#phase = 'reading'
    this.#tell().catch((error: unknown) => {
      this.#phase = 'idle'
      this.#onFault(error)
    })
  }

  async #tell(): Promise<void> {
    await this.#ready
    for (;;) {
      const page = await this.read(this.#place)
      // Who began to listen meanwhile may be further on.
      this.#place = Math.max(this.#place, page.last)
      if (page.last > page.after) this.#tellOf(page)
      if (!page.full && this.#phase === 'reading') break
      this.#phase = 'reading'
    }
    this.#phase = 'idle'
  }

  #tellOf(page: Page): void {
    for (const hear of this.#listeners) hear(page)
  }
}
