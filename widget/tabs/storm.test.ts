import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBrowser, type FakeBrowser, type FakePage } from './play.ts'

/** More of them take longer: `STORMS=3000 npx vitest run widget/tabs/storm`. */
const numRuns = Number(process.env['STORMS'] ?? 100)

/** What becomes of a tab. */
type Turn =
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
type Weather = 'cut' | 'bot' | 'tick' | 'second'

interface Happening {
  what: Turn | Weather
  /** To which of the tabs. */
  tab: number
  /** How much of what follows from it happens before the next. */
  ticks: number
}

const usual: (Turn | Weather)[] = [
  'says',
  'says',
  'says',
  'opens',
  'closes',
  'dies',
  'hides',
  'shows',
  'leaves',
  'returns',
  'cut',
  'bot',
  'tick',
  'second'
]

const happenings = (whats: readonly Happening['what'][]) =>
  fc.array(fc.record({ what: fc.constantFrom(...whats), tab: fc.nat(3), ticks: fc.nat(6) }), {
    minLength: 5,
    maxLength: 40
  })

/** A few tabs, of which each says its own texts in its own order. */
class Storm {
  readonly browser: FakeBrowser = createBrowser()
  readonly pages: { page: FakePage; said: string[]; away: boolean }[] = []
  readonly gone: string[][] = []
  #texts = 0
  #newest: Storm['pages'][number] | undefined

  async suffer({ what, tab, ticks }: Happening): Promise<void> {
    const one = this.pages[tab % Math.max(1, this.pages.length)]
    // A page takes longer to load than storage to tell, and a second is longer than that.
    if (what === 'opens' || what === 'second' || !one) await this.browser.tick(3)
    // Who is gone before it could tell anybody is a test of its own.
    if ((what === 'dies' || what === 'closes') && one === this.#newest) await this.browser.tick(1)
    if (what === 'opens' || !one) this.#open()
    else this.#happen(what, one)
    if (what === 'second') await this.browser.pass(1_000)
    await this.browser.tick(ticks)
  }

  #open(): void {
    if (this.pages.length === 4) return
    this.#newest = { page: this.browser.open(), said: [], away: false }
    this.pages.push(this.#newest)
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

async function weather(all: readonly Happening[], each: (storm: Storm) => void): Promise<void> {
  const storm = new Storm()
  for (const one of all) {
    await storm.suffer(one)
    each(storm)
  }
  await storm.calm()
  storm.check()
}

/** Each: what becomes of which tab, and how much of what follows from it happens before the next. */
async function inTurn(
  all: readonly [what: Happening['what'], tab?: number, ticks?: number][]
): Promise<Storm> {
  const storm = new Storm()
  for (const [what, tab = 0, ticks = 0] of all) await storm.suffer({ what, tab, ticks })
  await storm.calm()
  return storm
}

test('[TB2] [TB24] what a hidden tab says while nobody leads, and more as another begins to, is said in its order', async () => {
  const storm = await inTurn([
    ['opens'],
    ['opens'],
    ['hides', 3],
    ['dies', 0],
    ['opens', 0, 2],
    ['says', 0, 1],
    ['says'],
    ['says']
  ])
  storm.check()
})

test('[TB2] [TB24] what a leader took along when it died is said before what came after', async () => {
  const storm = await inTurn([
    ['opens'],
    ['opens'],
    ['opens'],
    ['says', 0, 2],
    ['says', 2, 1],
    ['dies', 0],
    ['says', 1],
    ['says', 0],
    ['says', 0],
    ['says', 0]
  ])
  storm.check()
})

test('[TB24] what a page said that was gone before it could tell anybody is said by the next one that comes', async () => {
  const storm = await inTurn([['opens', 0, 6]])
  const born = storm.browser.open()
  born.connection.say('last words')
  born.kill()
  await storm.browser.settle()
  expect(storm.browser.relay.said).toEqual([])
  storm.browser.open()
  await storm.browser.settle()
  expect(storm.browser.relay.said).toEqual(['last words'])
})

test('[TB2] [TB24] whatever becomes of tabs, each text arrives once, in the order of its tab, and there are never two sockets', async () => {
  await fc.assert(
    fc.asyncProperty(happenings(usual), all =>
      weather(all, storm => {
        storm.look()
        expect(storm.browser.relay.sockets()).toBeLessThanOrEqual(1)
      })
    ),
    { numRuns }
  )
}, 120_000)

test('[TB4] [TB24] tabs that are frozen at any point, thawed or not, lose and double nothing', async () => {
  await fc.assert(
    fc.asyncProperty(happenings([...usual, 'freezes', 'freezes', 'thaws', 'second']), all =>
      weather(all, storm => storm.look())
    ),
    { numRuns }
  )
}, 120_000)
