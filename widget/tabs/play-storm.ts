import { expect } from 'vitest'
import { createBrowser, type FakeBrowser, type FakePage } from './play.ts'

/** What becomes of a tab. */
export type Turn =
  | 'says'
  | 'opens'
  | 'closes'
  | 'dies'
  | 'freezes'
  | 'thaws'
  | 'hides'
  | 'shows'
  | 'leaves'
  | 'returns'
/** What becomes of the world: the network breaks, the bot speaks, or time goes by. */
export type Weather = 'cut' | 'bot' | 'tick' | 'second'

export interface Happening {
  what: Turn | Weather
  /** To which of the tabs. */
  tab: number
  /** How much of what follows from it happens before the next. */
  ticks: number
}

/** A few tabs, of which each says its own texts in its own order. */
export class Storm {
  readonly browser: FakeBrowser = createBrowser()
  readonly pages: { page: FakePage; said: string[]; away: boolean }[] = []
  readonly gone: string[][] = []
  #texts = 0

  async suffer({ what, tab, ticks }: Happening): Promise<void> {
    const one = this.pages[tab % Math.max(1, this.pages.length)]
    // A page takes longer to load than storage to tell, and a second is longer than that.
    if (what === 'opens' || what === 'second' || !one) await this.browser.tick(3)
    if (what === 'opens' || !one) this.#open()
    else this.#happen(what, one)
    if (what === 'second') await this.browser.pass(1_000)
    await this.browser.tick(ticks)
  }

  #open(): void {
    if (this.pages.length < 4) this.pages.push({ page: this.browser.open(), said: [], away: false })
  }

  #happen(what: Exclude<Happening['what'], 'opens'>, one: Storm['pages'][number]): void {
    const { page } = one
    const turns: Record<typeof what, () => void> = {
      says: () => !one.away && !page.isFrozen() && this.#say(one),
      closes: () => this.#end(one, !page.isFrozen()),
      dies: () => this.#end(one, false),
      freezes: () => page.freeze(),
      thaws: () => page.thaw(),
      hides: () => page.setVisible(false),
      shows: () => !one.away && page.setVisible(true),
      leaves: () => !page.isFrozen() && this.#go(one, true),
      returns: () => one.away && this.#go(one, false),
      cut: () => this.browser.relay.cut(),
      bot: () => this.browser.relay.botSays(`bot ${(this.#texts += 1)}`),
      tick() {},
      second() {}
    }
    turns[what]()
  }

  #say(one: Storm['pages'][number]): void {
    const text = `text ${(this.#texts += 1)}`
    one.said.push(text)
    one.page.connection.say(text)
  }

  #go(one: Storm['pages'][number], away: boolean): void {
    one.away = away
    if (away) one.page.connection.pause()
    else one.page.connection.wake()
  }

  #end(one: Storm['pages'][number], politely: boolean): void {
    if (politely) one.page.connection.close()
    one.page.kill()
    this.gone.push(one.said)
    this.pages.splice(this.pages.indexOf(one), 1)
  }

  /** Everybody is back, and the sun shines. */
  async calm(): Promise<void> {
    await this.browser.tick(3)
    if (!this.pages.length) this.#open()
    for (const one of this.pages) {
      one.page.thaw()
      if (one.away) this.#go(one, false)
    }
    await this.browser.settle()
    for (const { page } of this.pages) page.setVisible(true)
    for (let second = 0; second < 40; second += 1) await this.browser.pass(1_000)
  }

  /** Each text once, in the order of its tab, everywhere; and one socket. */
  check(): void {
    const { relay, storage } = this.browser
    const all = [...this.gone, ...this.pages.map(({ said }) => said)]
    expect([...relay.said].sort()).toEqual(all.flat().sort())
    for (const said of all) expect(relay.said.filter(text => said.includes(text))).toEqual(said)
    for (const { page } of this.pages) {
      expect(page.texts()).toEqual(relay.texts())
      expect(page.connection.state().unsent).toEqual([])
      expect(page.connection.state().link.is).toBe('live')
    }
    expect(relay.sockets()).toBe(1)
    expect(this.pages.filter(({ page }) => page.connection.leads())).toHaveLength(1)
    expect([...storage.keys()]).toEqual([])
  }

  /** Nothing is on a screen twice, at any moment. */
  look(): void {
    for (const { page } of this.pages) {
      const { view, unsent } = page.connection.state()
      const shown = [
        ...view.lines.flatMap(line => ('id' in line ? line.id : [])),
        ...unsent.map(({ frame }) => frame.id)
      ]
      expect(new Set(shown).size).toBe(shown.length)
    }
  }
}
