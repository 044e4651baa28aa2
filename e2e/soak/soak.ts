import { expect } from '@playwright/test'
import type { Agent } from '../actors/agent.ts'
import type { Bot } from '../actors/bot.ts'
import type { Relay } from '../actors/relay.ts'
import { greeting, type Visitor } from '../actors/visitor.ts'
import type { Cable, Side } from '../cable.ts'
import type { Random } from '../faults/random.ts'
import { compare, type Findings, isNothing, nothing, sum } from './compare.ts'
import { answerTo, Place } from './place.ts'
import type { Mishap, Stretch } from './plan.ts'

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
const patience = { timeout: 30_000, intervals: [100, 200] }

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

  /** Until all is done, or something is found. */
  async run(plan: readonly Stretch[]): Promise<Findings> {
    for (const { mishap, texts } of plan) {
      this.#count(mishap, 1)
      await this.#suffer(mishap, texts)
      const findings = await this.#watchScreens()
      if (!isNothing(findings)) console.log(`after ${mishap}, while ${texts} texts were said`)
      if (!isNothing(findings)) return findings
      const { texts: said = 0 } = this.tally
      if (said % 500 < texts) console.log(JSON.stringify(this.tally))
    }
    return this.#check()
  }

  /** The log, the bot and each screen from end to beginning: each text once, in one order, each answer after its text. */
  async #check(): Promise<Findings> {
    const { agent, bot, relay } = this.#cast
    const entries = await agent.log()
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    const talk = entries.flatMap(({ by, content }) => (by ? { by, text: content?.text ?? '' } : []))
    const all = talk.map(({ text }) => text)
    const saidBy = (who: string) => talk.filter(({ by }) => by === who).map(({ text }) => text)
    const texts = saidBy('visitor')
    const answers = [...greeting, ...texts.map(answerTo)]
    const screens = this.#places.map(async ({ tab }) => compare(all, await tab.readsItAll()))
    const findings = sum([
      ...this.#places.map(place =>
        compare(
          place.said,
          texts.filter(text => place.isOf(text))
        )
      ),
      compare(
        [],
        texts.filter(text => !this.#places.some(place => place.isOf(text)))
      ),
      compare(answers, saidBy('bot')),
      compare(texts, await bot.heard()),
      ...(await Promise.all(screens))
    ])
    if (isNothing(findings)) await this.#leavesNothing(relay)
    return findings
  }

  /** Nothing waits to be sent in any tab, and they have one socket. */
  async #leavesNothing(relay: Relay): Promise<void> {
    for (const { tab } of this.#places) expect(await tab.page.evaluate(unsentKeys)).toEqual([])
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
      offline: () => this.#goOffline(),
      stall: () => this.#stall(),
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
  async #goOffline(): Promise<void> {
    const { network, visitor } = this.#cast
    const browser = visitor.page.context()
    network.cut()
    await browser.setOffline(true)
    await this.#say(offlineTexts)
    network.mend()
    await browser.setOffline(false)
  }

  /** What is open stays silent for ever. */
  async #stall(): Promise<void> {
    const { network } = this.#cast
    network.stall()
    await this.#say(offlineTexts)
    network.mend()
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

  /** For as long as something may still be on its way. What is wrong after that stays wrong. */
  async #watchScreens(): Promise<Findings> {
    const look = () => this.#lookAtScreens()
    const findings = await expect
      .poll(look, patience)
      .toEqual(nothing)
      .then(() => nothing, look)
    this.#spoke.clear()
    return findings
  }

  /** Whatever of the log is drawn is the end of what was said and answered, and the same in both tabs. */
  async #lookAtScreens(): Promise<Findings> {
    const [left = [], right = []] = await Promise.all(this.#places.map(({ tab }) => tab.reads()))
    const least = Math.min(left.length, right.length)
    return sum([
      ...[left, right].flatMap(screen =>
        this.#places.map(place => place.findsItsEndOn(screen, this.#spoke.has(place)))
      ),
      compare(least ? left.slice(-least) : [], least ? right.slice(-least) : [])
    ])
  }

  #other(place: Place): Place {
    return this.#places.find(one => one !== place) ?? place
  }
}

/** In the page. */
const unsentKeys = () => Object.keys(localStorage).filter(key => key.includes('unsent'))

/** A browser without windows shows every tab; here the test says which one is looked at. */
function controlVisibility(): void {
  let state: DocumentVisibilityState = 'visible'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  addEventListener('soak-visibility', event => {
    state = event instanceof CustomEvent && event.detail === true ? 'visible' : 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
  })
}
