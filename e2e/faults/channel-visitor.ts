import { answersTo, textOf } from './canary.ts'
import type { Random } from './random.ts'
import type { Line, TalkRecord } from './records.ts'
import { pause } from './wait.ts'

/** A conversation of one visitor on a platform, as its visitor has it. */
export interface Talk {
  channel: string
  /** So many texts may be said at once, and are still told in their order. */
  atOnce: number
  /** Undefined while nothing was said. */
  address(): string | undefined
  say(texts: readonly string[]): void
  /** What is said from now on can only be told after what was said so far. */
  mayGoOn(): boolean
  lines(): readonly Line[]
}

export interface ChannelVisitorOptions {
  visitor: number
  talk: Talk
  messages: number
  /** The longest time to think between two texts. */
  thinkMs: number
  random: Random
}

const firstWithinMs = 4_000
const lookMs = 25

/** Somebody on another platform: says things, and waits for answers, or not. */
export class ChannelVisitor {
  readonly #options: ChannelVisitorOptions
  readonly #said: string[] = []
  #finished = false

  constructor(options: ChannelVisitorOptions) {
    this.#options = options
  }

  get finished(): boolean {
    return this.#finished
  }

  /** Grows with whatever gets through. */
  get progress(): number {
    return this.#options.talk.lines().length
  }

  /** Until everything is said and answered, or it is called off. In a hurry, only what was said is answered. */
  async live(off: AbortSignal, hurry?: AbortSignal): Promise<void> {
    const { visitor, talk, messages, thinkMs } = this.#options
    const random = this.#options.random.fork('talk')
    await pause(random.int(0, firstWithinMs), off)
    for (let n = 1; n <= messages && !off.aborted && !hurry?.aborted; ) {
      const count = Math.min(random.int(1, talk.atOnce), messages - n + 1)
      const texts = Array.from({ length: count }, (_, i) => textOf(visitor, n + i))
      n += count
      this.#said.push(...texts)
      talk.say(texts)
      const waits = random.chance(0.7)
      await this.#until(() => this.#answered() || (!waits && talk.mayGoOn()), off)
      await pause(random.int(0, thinkMs), off)
    }
    await this.#until(() => this.#answered(), off)
    this.#finished = !off.aborted
  }

  record(): TalkRecord {
    const { visitor, talk } = this.#options
    const { channel } = talk
    return { visitor, channel, address: talk.address(), lines: talk.lines(), finished: this.#finished }
  }

  #answered(): boolean {
    const shown = new Set(this.#options.talk.lines().map(({ text }) => text))
    return this.#said.every(text => answersTo(text).every(answer => shown.has(answer)))
  }

  async #until(isSo: () => boolean, off: AbortSignal): Promise<void> {
    while (!isSo() && !off.aborted) await pause(lookMs, off)
  }
}
