import { answersTo, textOf } from './canary.ts'
import { createMemory } from './memory.ts'
import type { Random } from './random.ts'
import type { View, VisitorRecord } from './records.ts'
import { Screen } from './screen.ts'
import type { Tally } from './tally.ts'
import { pause } from './wait.ts'

export interface VisitorOptions {
  visitor: number
  url: string
  site: string
  messages: number
  /** The longest time to think between two texts. */
  thinkMs: number
  random: Random
  tally: Tally
}

const firstWithinMs = 4_000
const mishapWithinMs = 12_000
const offlineMs = 1_500

/** Somebody on the website: says things, waits for answers, reloads, loses the network, crashes the browser. */
export class Visitor {
  readonly #options: VisitorOptions
  readonly #said = new Map<string, string>()
  readonly #acknowledged = new Set<string>()
  /** What the widget lets go of is durable from here on, or lost. */
  readonly #memory = createMemory(id => this.#acknowledged.add(id))
  #screen: Screen | undefined
  #finished = false

  constructor(options: VisitorOptions) {
    this.#options = options
  }

  get finished(): boolean {
    return this.#finished
  }

  /** Grows with whatever gets through. */
  get progress(): number {
    return this.#acknowledged.size + (this.#screen?.view.lines.length ?? 0)
  }

  /** Until everything is said and answered, or it is called off. In a hurry, only what was said is answered. */
  async live(off: AbortSignal, hurry?: AbortSignal): Promise<void> {
    const { random, url } = this.#options
    await pause(random.int(0, firstWithinMs), off)
    const screen = this.#open(url, random.fork('screen'))
    this.#screen = screen
    const enough = new AbortController()
    const still = AbortSignal.any([off, enough.signal])
    const mishaps = this.#mishaps(screen, still)
    await this.#talk(screen, off, hurry)
    this.#finished = !off.aborted
    enough.abort()
    await mishaps
  }

  /** With the view that was kept over all reconnects, and that of a page which knew nothing. */
  async record(url: string, withinMs: number): Promise<VisitorRecord> {
    const fresh = await this.#fresh(url, withinMs)
    const live = this.#screen
    await live?.until(() => live.view.lines.length >= fresh.view.lines.length, AbortSignal.timeout(withinMs))
    const last: View[] = [...(live ? [live.view] : []), fresh.view]
    return {
      visitor: this.#options.visitor,
      said: this.#said,
      acknowledged: this.#acknowledged,
      views: live?.views ?? [],
      last,
      failed: [...(live?.failed ?? [])],
      finished: this.#finished,
      findings: [...(live?.findings ?? []), ...fresh.findings]
    }
  }

  end(): void {
    this.#screen?.page.leave()
  }

  #open(url: string, random: Random): Screen {
    const { visitor, site } = this.#options
    return new Screen({ visitor, url, site, memory: this.#memory, random })
  }

  async #fresh(url: string, withinMs: number): Promise<Screen> {
    const screen = this.#open(url, this.#options.random.fork('fresh'))
    await screen.until(() => screen.whole, AbortSignal.timeout(withinMs))
    screen.page.leave()
    return screen
  }

  async #talk(screen: Screen, off: AbortSignal, hurry: AbortSignal | undefined): Promise<void> {
    const { visitor, messages, thinkMs } = this.#options
    const random = this.#options.random.fork('talk')
    for (let n = 1; n <= messages && !off.aborted && !hurry?.aborted; n += 1) {
      if (random.chance(0.3)) screen.page.connection.key()
      const text = textOf(visitor, n)
      this.#said.set(screen.page.connection.say(text), text)
      if (random.chance(0.7)) await screen.until(() => this.#answered(screen), off)
      await pause(random.int(0, thinkMs), off)
    }
    await screen.until(() => this.#answered(screen), off)
  }

  /** Or given up on, where a text may not be sent again. */
  #answered(screen: Screen): boolean {
    const isAnswered = (text: string) => answersTo(text).every(answer => screen.shows(answer))
    return [...this.#said.values()].every(text => isAnswered(text) || screen.showsAsUndelivered(text))
  }

  async #mishaps(screen: Screen, off: AbortSignal): Promise<void> {
    const random = this.#options.random.fork('mishaps')
    for (;;) {
      await pause(random.int(200, mishapWithinMs), off)
      if (off.aborted) return
      const what = random.pick([
        ['reload', 3],
        ['crash', 3],
        ['offline', 3],
        ['wake', 1]
      ] as const)
      this.#options.tally.add(what)
      await this.#suffer(screen, what, random.int(50, offlineMs))
    }
  }

  async #suffer(screen: Screen, what: 'reload' | 'crash' | 'offline' | 'wake', ms: number): Promise<void> {
    if (what === 'reload') screen.reload('leave')
    if (what === 'crash') screen.reload('crash')
    if (what === 'offline') {
      screen.page.connection.pause()
      await pause(ms)
    }
    if (what === 'offline' || what === 'wake') screen.page.connection.wake()
  }
}
