import { expect } from '@playwright/test'
import type { Agent } from '../actors/agent.ts'
import type { Bot } from '../actors/bot.ts'
import type { Relay } from '../actors/relay.ts'
import { greeting, type Visitor } from '../actors/visitor.ts'
import type { Cable, Side } from '../cable.ts'
import type { Random } from '../faults/random.ts'
import { answerTo, Place } from './place.ts'
import { type Mishap, planOf } from './plan.ts'

export interface Cast {
  visitor: Visitor
  network: Cable
  relay: Relay
  bot: Bot
  agent: Agent
}

/** What is said at each place while there is no network. */
const offlineTexts = 2
/** A frame of either side is shorter. */
const frameBytes = 400
/** Longer than it takes to notice a silent connection. */
const patience = { timeout: 30_000 }

/** Two tabs of one visitor who talks to a bot, while whatever can go wrong with tabs and networks does. */
export class Soak {
  readonly tally: Partial<Record<Mishap | 'texts', number>> = {}
  readonly #cast: Cast
  readonly #random: Random
  readonly #places: readonly [Place, Place]
  /** Who said something since the screens were looked at. */
  readonly #spoke = new Set<Place>()

  private constructor(cast: Cast, random: Random, places: readonly [Place, Place]) {
    this.#cast = cast
    this.#random = random
    this.#places = places
  }

  static async begin(cast: Cast, random: Random): Promise<Soak> {
    const { visitor } = cast
    await visitor.page.context().addInitScript(controlVisibility)
    await visitor.beginsAChat()
    const other = await visitor.opensAnotherTab()
    await other.visits()
    await other.opensTheChat()
    return new Soak(cast, random, [new Place('left', visitor), new Place('right', other)])
  }

  async run(texts: number): Promise<void> {
    for (const { mishap, texts: count } of planOf(texts, this.#random.fork('plan'))) {
      this.#count(mishap, 1)
      await this.#suffer(mishap, count)
      await this.#checkScreens()
      const { texts: said = 0 } = this.tally
      if (said % 500 < count) console.log(JSON.stringify(this.tally))
    }
  }

  /** The log, the bot and each screen from end to beginning: each text once, in one order, each answer after its text. */
  async check(): Promise<void> {
    const { agent, bot, relay } = this.#cast
    const entries = await agent.log()
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    const talk = entries.flatMap(({ by, content }) => (by ? { by, text: content?.text ?? '' } : []))
    const texts = talk.filter(({ by }) => by === 'visitor').map(({ text }) => text)
    for (const { name, said } of this.#places)
      expect(texts.filter(text => text.startsWith(`${name} `))).toEqual(said)
    expect(talk.filter(({ by }) => by === 'bot').map(({ text }) => text)).toEqual([
      ...greeting,
      ...texts.map(answerTo)
    ])
    await bot.hasHeard(...texts)
    for (const { tab } of this.#places) {
      expect(await tab.readsItAll()).toEqual(talk.map(({ text }) => text))
      expect(
        await tab.page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('unsent')))
      ).toEqual([])
    }
    await expect.poll(() => relay.metric('footbridge_sockets'), { timeout: 90_000 }).toBe(1)
  }

  #count(what: Mishap | 'texts', more: number): void {
    this.tally[what] = (this.tally[what] ?? 0) + more
  }

  /** Who is looked at says something: one after the other does, or both do at once. */
  async #say(count: number): Promise<void> {
    const speakers = this.#places.filter(({ isShown }) => isShown)
    const more = Math.ceil(count / speakers.length)
    for (const place of speakers) this.#spoke.add(place)
    await Promise.all(speakers.map(place => place.says(more)))
    this.#count('texts', more * speakers.length)
  }

  async #suffer(mishap: Mishap, texts: number): Promise<void> {
    const place = this.#places[this.#random.int(0, 1)] ?? this.#places[0]
    if (mishap === 'cut') return this.#cut(texts)
    if (mishap === 'freeze') return this.#freeze(place, texts)
    await this.#say(texts)
    const happens: Record<typeof mishap, () => Promise<unknown>> = {
      offline: () => this.#without(network => network.cut()),
      stall: () => this.#without(network => network.stall()),
      reload: () => place.reloads(),
      replace: () => this.#replace(place),
      crash: () => place.crashes(),
      turn: () => this.#turn()
    }
    await happens[mishap]()
  }

  /** Before what is said, or within one of its frames or their answers. */
  async #cut(texts: number): Promise<void> {
    const { network } = this.#cast
    const side = this.#random.pick<'now' | Side>([
      ['now', 1],
      ['up', 2],
      ['down', 2]
    ])
    const before = network.broken()
    if (side !== 'now') network.cutAfter(this.#random.int(0, frameBytes * texts), side)
    else network.cut()
    network.mend()
    await this.#say(texts)
    if (network.broken() === before) await this.#say(1)
  }

  /** What is said meanwhile waits. */
  async #without(network: (cable: Cable) => void): Promise<void> {
    const { network: cable, visitor } = this.#cast
    network(cable)
    await visitor.page.context().setOffline(true)
    await this.#say(offlineTexts)
    cable.mend()
    await visitor.page.context().setOffline(false)
  }

  /** One of them, or both at once: then nobody is left for a while. */
  async #replace(place: Place): Promise<void> {
    const all = this.#random.chance(0.3) ? this.#places : [place]
    await Promise.all(all.map(one => one.closes()))
    for (const one of all) await one.isOpenedAnew()
  }

  /** Whoever is not looked at. */
  async #freeze(place: Place, texts: number): Promise<void> {
    const other = this.#other(place)
    await other.isLookedAt(true)
    await place.isLookedAt(false)
    await place.isFrozenWhile(async () => {
      await this.#say(texts)
      await other.isAnswered()
    })
  }

  /** One of them is looked at, or both are, in windows side by side. */
  async #turn(): Promise<void> {
    const place = this.#places[this.#random.int(0, 1)] ?? this.#places[0]
    const both = this.#random.chance(0.4)
    await this.#other(place).isLookedAt(both)
    await place.isLookedAt(true)
  }

  /** Whatever of the log is drawn is the end of what was said and answered, and the same in both tabs. */
  async #checkScreens(): Promise<void> {
    const look = async () => {
      const [left = [], right = []] = await Promise.all(this.#places.map(({ tab }) => tab.reads()))
      for (const place of this.#places)
        for (const screen of [left, right]) place.findsItsEndOn(screen, this.#spoke.has(place))
      const least = Math.min(left.length, right.length)
      expect(left.slice(-least)).toEqual(right.slice(-least))
    }
    await expect(look).toPass(patience)
    this.#spoke.clear()
  }

  #other(place: Place): Place {
    return this.#places.find(one => one !== place) ?? place
  }
}

/** A browser without windows shows every tab; here the test says which one is looked at. */
function controlVisibility(): void {
  let state: DocumentVisibilityState = 'visible'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  addEventListener('soak-visibility', event => {
    state = event instanceof CustomEvent && event.detail === true ? 'visible' : 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
  })
}
