import { type Driver, enter } from './driver.ts'

/** Runs in the page: the first visible thing of the widget that a selector and words name, and where it is. */
const find = `(selector, words) => {
  const root = document.querySelector('footbridge-chat')?.shadowRoot
  for (const found of root?.querySelectorAll(selector) ?? []) {
    const { width, height, left, top } = found.getBoundingClientRect()
    const said = found.getAttribute('aria-label') ?? found.textContent
    if (width && height && said.includes(words)) return { x: left + width / 2, y: top + height / 2, text: found.value ?? said }
  }
}`

interface Found {
  x: number
  y: number
  text: string
}

const patienceMs = 20_000

/** Somebody on a website with another browser: fewer verbs than in the journeys in Chromium, and the same words. */
export class Visitor {
  readonly #driver: Driver

  constructor(driver: Driver) {
    this.#driver = driver
  }

  async visits(url: string): Promise<void> {
    await this.#driver.visit(url)
    await this.sees('.launcher')
  }

  /** Once it stands still: nobody hits what is on its way. */
  async presses(selector: string, words = ''): Promise<void> {
    let before: Found | undefined
    const still = (found: Found | undefined) => {
      const same = found && found.x === before?.x && found.y === before.y
      before = found
      return same && found
    }
    await this.#driver.click(await this.#until(`${selector} "${words}"`, still, selector, words))
  }

  async writes(text: string): Promise<void> {
    await this.presses('textarea')
    await this.#driver.type(text)
  }

  async says(text: string): Promise<void> {
    await this.writes(text + enter)
  }

  async types(keys: string): Promise<void> {
    await this.#driver.type(keys)
  }

  /** Waits until it is there. */
  sees(selector: string, words = ''): Promise<Found> {
    return this.#until(`${selector} "${words}"`, found => found, selector, words)
  }

  async doesNotSee(selector: string, words = ''): Promise<void> {
    await this.#until(`no ${selector} "${words}"`, found => !found, selector, words)
  }

  async #until<Wanted>(
    what: string,
    wanted: (found: Found | undefined) => Wanted | undefined | false,
    ...args: string[]
  ): Promise<Wanted> {
    for (const until = Date.now() + patienceMs; Date.now() < until; ) {
      const answer = wanted(readFound(await this.#driver.run(find, ...args)))
      if (answer) return answer
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error(`waited for ${what}, which did not come`)
  }
}

function readFound(value: unknown): Found | undefined {
  if (typeof value !== 'object' || value === null || !('x' in value && 'y' in value && 'text' in value))
    return undefined
  return { x: Number(value.x), y: Number(value.y), text: String(value.text) }
}
