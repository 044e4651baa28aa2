import type { Feed, Page } from './feed.ts'
import type { Outlet } from './outlet.ts'

interface Reading {
  feed: Feed
  outlet: Pick<Outlet, 'write' | 'cut'>
  /** The last place that the browser has. */
  after: number
  onFault: (error: unknown) => void
}

/** Catches up, cuts over, and goes on live: every entry once, in the order of storing. */
export class Reader {
  readonly #reading: Reading
  #last: number
  #phase: 'idle' | 'reading' | 'woken' | 'stopped' = 'reading'

  constructor(reading: Reading) {
    this.#reading = reading
    this.#last = reading.after
  }

  /** The common path asks the store nothing. Whoever is not where the news begins, or has no room for it, catches up. */
  hear(page: Page): void {
    if (this.#phase === 'reading') this.#phase = 'woken'
    if (this.#phase !== 'idle' || page.last <= this.#last) return
    if (page.after !== this.#last) this.catchUp()
    else this.#work(this.#show(page))
  }

  catchUp(): void {
    this.#work(this.#read())
  }

  stop(): void {
    this.#phase = 'stopped'
  }

  #work(work: Promise<void>): void {
    this.#phase = 'reading'
    work.then(
      () => this.#settle(),
      (error: unknown) => {
        this.#phase = 'stopped'
        this.#reading.outlet.cut()
        this.#reading.onFault(error)
      }
    )
  }

  #settle(): void {
    if (this.#phase === 'woken') this.catchUp()
    else if (this.#phase === 'reading') this.#phase = 'idle'
  }

  async #read(): Promise<void> {
    for (;;) {
      const page = await this.#reading.feed.read(this.#last)
      await this.#show(page)
      if (this.#phase === 'stopped' || !page.full) return
    }
  }

  async #show({ frames, last }: Page): Promise<void> {
    for (const frame of frames) {
      if (this.#phase === 'stopped') return
      await this.#reading.outlet.write(frame)
    }
    this.#last = last
  }
}
