import type { Visitor } from '../actors/visitor.ts'
import { compare, endOf, type Findings, sum } from './compare.ts'

/** Where the visitor has a tab: one at a time, which may be loaded anew, closed, or lost; and all that was said there. */
export class Place {
  readonly name: string
  readonly said: string[] = []
  #tab: Visitor
  #isShown = true

  constructor(name: string, tab: Visitor) {
    this.name = name
    this.#tab = tab
  }

  get tab(): Visitor {
    return this.#tab
  }

  get isShown(): boolean {
    return this.#isShown
  }

  async says(count: number): Promise<void> {
    const texts = Array.from({ length: count }, (_, index) => `${this.name} ${this.said.length + 1 + index}.`)
    this.said.push(...texts)
    await this.#tab.saysInHaste(texts)
  }

  /** A browser without windows shows every tab; here the test says which are looked at. */
  async isLookedAt(shown: boolean): Promise<void> {
    this.#isShown = shown
    await this.#tab.page.evaluate(
      detail => void dispatchEvent(new CustomEvent('soak-visibility', { detail })),
      shown
    )
  }

  async reloads(): Promise<void> {
    await this.#tab.reloads()
    await this.#comes()
  }

  /** The page goes as pages do. */
  async closes(): Promise<void> {
    const { page } = this.#tab
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  }

  async isOpenedAnew(): Promise<void> {
    this.#tab = await this.#tab.opensAnotherTab()
    await this.#tab.visits()
    await this.#comes()
  }

  /** No time for a last word. */
  async crashes(): Promise<void> {
    const { page } = this.#tab
    const crashed = page.waitForEvent('crash')
    const devtools = await page.context().newCDPSession(page)
    void devtools.send('Page.crash').catch(() => {})
    await crashed
    await page.close()
    await this.isOpenedAnew()
  }

  /** The browser runs nothing of it meanwhile. */
  async isFrozenWhile(others: () => Promise<void>): Promise<void> {
    const devtools = await this.#tab.page.context().newCDPSession(this.#tab.page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await others()
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await devtools.detach()
  }

  isOf(text: string): boolean {
    return text.startsWith(`${this.name} `)
  }

  async isAnswered(): Promise<void> {
    const last = this.said.at(-1)
    if (last) await this.#tab.sees(answerTo(last))
  }

  /** On a screen should be the end of what was said at this place, and of what was answered to it; the `last` anyway. */
  findsItsEndOn(screen: readonly string[], last: boolean): Findings {
    const answers = this.said.map(answerTo)
    const mine = screen.filter(text => this.isOf(text))
    const theirs = screen.filter(text => text.startsWith(answerTo(`${this.name} `)))
    return sum([compare(endOf(this.said, mine, last), mine), compare(endOf(answers, theirs, last), theirs)])
  }

  async #comes(): Promise<void> {
    await this.#tab.opensTheChatAgain()
    await this.isLookedAt(this.#isShown)
  }
}

/** What the bot says to a text. */
export const answerTo = (text: string) => `You said: ${text}`
