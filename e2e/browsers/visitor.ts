import { readLog } from '../actors/read-log.ts'
import { type Focus, focusInPage } from '../states/focus.ts'
import { keys, type Profile, type Tab } from './driver.ts'

/** Runs in the page: the last visible thing of the widget that a selector and words name, and where it is. */
const find = `(selector, words) => {
  const root = document.querySelector('footbridge-chat')?.shadowRoot
  for (const found of [...(root?.querySelectorAll(selector) ?? [])].reverse()) {
    const { width, height, left, top } = found.getBoundingClientRect()
    const said = found.getAttribute('aria-label') ?? found.textContent
    if (width && height && said.includes(words))
      return { x: left + width / 2, y: top + height / 2, left, top, width, height, text: found.value ?? said }
  }
}`

const styleOf = `(selector, property) => {
  const root = document.querySelector('footbridge-chat').shadowRoot
  return getComputedStyle(root.querySelector(selector)).getPropertyValue(property)
}`

export interface Found {
  x: number
  y: number
  left: number
  top: number
  width: number
  height: number
  text: string
}

const patienceMs = 20_000

/** Somebody on a website with another browser: fewer verbs than in the journeys in Chromium, and the same words. */
export class Visitor {
  readonly #profile: Profile
  readonly #tab: Tab

  constructor(profile: Profile, tab = profile.first) {
    this.#profile = profile
    this.#tab = tab
  }

  async opensAnotherTab(): Promise<Visitor> {
    return new Visitor(this.#profile, await this.#profile.openTab())
  }

  async visits(url: string): Promise<void> {
    await this.#tab.visit(url)
    await this.sees('.launcher')
  }

  /** To a page that has no chat. */
  leavesFor(url: string): Promise<void> {
    return this.#tab.visit(url)
  }

  goesBack(): Promise<void> {
    return this.#tab.goBack()
  }

  holds(width: number, height: number): Promise<void> {
    return this.#tab.resize(width, height)
  }

  /** Nobody hits what is on its way. */
  async presses(selector: string, words = ''): Promise<void> {
    await this.#tab.click(await this.seesAtRest(selector, words))
  }

  async writes(text: string): Promise<void> {
    await this.presses('textarea')
    await this.#tab.type(text)
  }

  async says(text: string): Promise<void> {
    await this.writes(text + keys.enter)
  }

  /** Says something and waits for the bot, which repeats it. */
  async saysAndIsAnswered(text: string): Promise<void> {
    await this.says(text)
    await this.sees('.row.theirs', `You said: ${text}`)
  }

  types(text: string): Promise<void> {
    return this.#tab.type(text)
  }

  /** Goes on by one key until it is there. Whatever has the focus on the way can be seen, and shows that it has it. */
  async goes(key: string, to: string): Promise<void> {
    const passed: string[] = []
    while (passed.length < 40) {
      const focus = await this.focus()
      if (focus) await this.#seesTheFocus()
      if (focus?.what.includes(to)) return
      passed.push(focus?.what ?? 'the page')
      await this.#tab.type(key)
    }
    throw new Error(`by keyboard one does not come to "${to}", but to ${passed.join(', ')}`)
  }

  /** What has just got it may still have to slide into sight. */
  async #seesTheFocus(): Promise<void> {
    await eventually('the focus to be seen', async () => {
      const focus = await this.focus()
      return focus?.marked && focus.shown
    })
  }

  /** Where the keyboard is in the chat. */
  async focus(): Promise<Focus | undefined> {
    return (await this.ask(focusInPage)) ?? undefined
  }

  /** Waits until it is there. */
  sees(selector: string, words = ''): Promise<Found> {
    return this.#until(`${selector} "${words}"`, found => found, selector, words)
  }

  /** Waits until it is there and stands still. */
  seesAtRest(selector: string, words = ''): Promise<Found> {
    let before: Found | undefined
    const still = (found: Found | undefined) => {
      const same = found && found.x === before?.x && found.y === before.y
      before = found
      return same && found
    }
    return this.#until(`${selector} "${words}"`, still, selector, words)
  }

  async doesNotSee(selector: string, words = ''): Promise<void> {
    await this.#until(`no ${selector} "${words}"`, found => !found, selector, words)
  }

  /** What the widget's parts look like, as the browser computes it. */
  async look(selector: string, property: string): Promise<string> {
    return String(await this.#tab.run(styleOf, selector, property))
  }

  /** What both sides said, from the first word to the last: scrolls up from the end, as far as there is anything. */
  readsItAll(): Promise<string[]> {
    return this.ask<string[]>(
      `() => (${String(readLog)})(document.querySelector('footbridge-chat').shadowRoot.querySelector('.log'))`
    )
  }

  /** Their own side of the conversation is this, each thing once, in this order. */
  async hasSaid(...texts: string[]): Promise<void> {
    const said = await this.ask<string[]>(`() =>
      [...document.querySelector('footbridge-chat').shadowRoot.querySelectorAll('.mine .text')].map(one => one.textContent)`)
    equals(said, texts, 'what the visitor has said')
  }

  /** What a function answers in the page; a function of this program must stand for itself there. */
  async ask<Answer>(what: string | (() => Answer)): Promise<Answer> {
    // As JSON can say it; `__name` is what the compiler puts into what it has translated.
    return (await this.#tab.run(`() => { const __name = one => one; return (${String(what)})() }`)) as Answer
  }

  picture(): Promise<string> {
    return this.#tab.picture()
  }

  async #until<Wanted>(
    what: string,
    wanted: (found: Found | undefined) => Wanted | undefined | false,
    ...args: string[]
  ): Promise<Wanted> {
    return eventually(`${what}, which did not come`, async () =>
      wanted((await this.#tab.run(find, ...args)) as Found | undefined)
    )
  }
}

/** Asks until there is an answer. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false>
): Promise<Answer> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const answer = await ask()
    if (answer) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`waited for ${what}`)
}

export function equals(found: unknown, wanted: unknown, what: string): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (is !== should) throw new Error(`${what} is ${is}, and not ${should}`)
}
