import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { DeskRelay } from './relay.ts'
import { aMorning } from './scenes.ts'

/** The console as an agent has it before them. */
export class DeskPage {
  readonly page: Page
  readonly relay: DeskRelay
  readonly url: string
  /** What went wrong on the page itself. */
  readonly troubles: string[] = []

  constructor(page: Page, relay: DeskRelay, url: string) {
    this.page = page
    this.relay = relay
    this.url = `${url}/console`
    page.on('pageerror', error => this.troubles.push(String(error)))
    page.on('console', message => {
      // A cut connection, or a refusal that a journey wants, is told there by the browser itself.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        this.troubles.push(message.text())
    })
  }

  async opens(hash = ''): Promise<void> {
    await this.page.goto(this.url + hash)
    await this.page.getByRole('button', { name: 'Sign in' }).waitFor()
  }
  async signsIn(name = 'anna', password = 'a right password'): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('Password').fill(password)
    await this.page.keyboard.press('Enter')
  }
  /** In, with the queue before them and the stream open. */
  async begins(hash = ''): Promise<void> {
    await this.opens(hash)
    await this.signsIn()
    await expect.poll(() => this.relay.listeners).toBe(1)
    await expect(
      this.page.getByRole('switch', { name: 'Available' }).or(this.page.getByRole('log')).first()
    ).toBeVisible()
  }
  tab(name: string): Locator {
    return this.page.getByRole('tab', { name })
  }
  row(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('option').filter({ hasText: name })
  }
  talk(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }
  log(name: string): Locator {
    return this.page.getByRole('log', { name: `Conversation with ${name}` })
  }
  reply(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Reply to ${name}` })
  }
  note(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Internal note about ${name}` })
  }
  asked(verb: string): readonly Readonly<Record<string, unknown>>[] {
    return this.relay.asked.filter(({ path }) => path.endsWith(verb)).map(({ body }) => body)
  }
}

interface Cast {
  relay: DeskRelay
  desk: DeskPage
}

/** Each journey has a relay of its own, on a morning like any other. */
export const test = base.extend<Cast>({
  relay: async ({ locale }, use) => {
    void locale
    const relay = new DeskRelay()
    aMorning(relay)
    await use(relay)
    await relay.close()
  },
  desk: async ({ page, relay }, use) => {
    const desk = new DeskPage(page, relay, await relay.listen())
    await use(desk)
    expect(desk.troubles, 'errors on the page').toEqual([])
  }
})

export { expect }
