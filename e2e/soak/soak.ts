import { expect, type Page } from '@playwright/test'
import type { Agent } from '../actors/agent.ts'
import type { Bot } from '../actors/bot.ts'
import { greeting, type Visitor } from '../actors/visitor.ts'
import type { Cable } from '../cable.ts'
import type { Random } from '../faults/random.ts'
import { type Mishap, planOf } from './plan.ts'

export interface Cast {
  visitor: Visitor
  network: Cable
  bot: Bot
  agent: Agent
}

/** So many texts are said at a stretch, at most, before the visitor waits for the answers. */
const burstOf = 20
/** What is said while there is no network. */
const offlineTexts = 3

/** Two tabs of one visitor who talks to a bot, while sockets are cut, the network goes away and pages are reloaded. */
export class Soak {
  readonly tally: Record<Mishap | 'texts', number> = { texts: 0, cut: 0, offline: 0, reload: 0, switch: 0 }
  readonly #cast: Cast
  readonly #random: Random
  readonly #said: string[] = []
  readonly #tabs: Visitor[] = []
  #speaker = 0

  constructor(cast: Cast, random: Random) {
    this.#cast = cast
    this.#random = random
  }

  async run(messages: number): Promise<void> {
    const { visitor } = this.#cast
    await visitor.page.context().addInitScript(controlVisibility)
    await visitor.beginsAChat()
    const other = await visitor.opensAnotherTab()
    await other.visits()
    await other.opensTheChat()
    this.#tabs.push(visitor, other)
    await this.#turnTo(0)
    const mishaps = planOf(messages, this.#random.fork('plan'))
    while (this.#said.length < messages) {
      const burst = this.#random.int(1, Math.min(burstOf, messages - this.#said.length))
      await this.#say(burst)
      for (let next = mishaps[0]; next && next.after <= this.#said.length; next = mishaps[0]) {
        mishaps.shift()
        await this.#suffer(next.mishap)
      }
      await this.#checkScreens()
    }
  }

  /** Log, bot and screens: each text once, in the order in which it was said. */
  async check(): Promise<void> {
    const { agent, bot } = this.#cast
    await agent.findsInTheLog(...this.#said)
    await bot.hasHeard(...this.#said)
    const entries = await agent.log()
    const answers = entries.filter(({ by }) => by === 'bot').map(({ content }) => content?.text)
    expect(answers).toEqual(this.#answers())
  }

  async #say(count: number): Promise<void> {
    const texts = Array.from({ length: count }, (_, index) => `text ${this.#said.length + 1 + index}`)
    await this.#now().saysInHaste(texts)
    this.#said.push(...texts)
    this.tally.texts += count
  }

  async #suffer(mishap: Mishap): Promise<void> {
    this.tally[mishap] += 1
    const { network } = this.#cast
    switch (mishap) {
      case 'cut':
        network.cut()
        return network.mend()
      case 'offline':
        network.cut()
        await this.#say(offlineTexts)
        network.mend()
        for (const { page } of this.#tabs) await page.evaluate(() => dispatchEvent(new Event('online')))
        return
      case 'reload':
        return this.#reload(this.#random.int(0, 1))
      case 'switch':
        await this.#now().saysSo(this.#said.at(-1))
        await this.#other().saysSo(this.#said.at(-1))
        return this.#turnTo(1 - this.#speaker)
      default:
        return mishap satisfies never
    }
  }

  async #reload(index: number): Promise<void> {
    const tab = this.#tabs[index]
    await tab?.reloads()
    await tab?.opensTheChatAgain()
    await this.#turnTo(this.#speaker)
  }

  /** The one that is looked at; the other is hidden. */
  async #turnTo(index: number): Promise<void> {
    this.#speaker = index
    await setVisible(this.#other().page, false)
    await setVisible(this.#now().page, true)
  }

  /** Whatever of the log is drawn is the end of what was said and answered, in both tabs. */
  async #checkScreens(): Promise<void> {
    for (const tab of this.#tabs) {
      await tab.sees(`You said: ${this.#said.at(-1)}`)
      await tab.showsTheEndOf(this.#said, this.#answers())
    }
  }

  #answers(): string[] {
    return [...greeting, ...this.#said.map(text => `You said: ${text}`)]
  }

  #now(): Visitor {
    return this.#tab(this.#speaker)
  }

  #other(): Visitor {
    return this.#tab(1 - this.#speaker)
  }

  #tab(index: number): Visitor {
    const tab = this.#tabs[index]
    if (!tab) throw new Error('there are two tabs')
    return tab
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

function setVisible(page: Page, visible: boolean): Promise<void> {
  return page.evaluate(detail => void dispatchEvent(new CustomEvent('soak-visibility', { detail })), visible)
}
