import { expect, type Locator, type Page } from '@playwright/test'

/** Longer than a page rests, by the luck of its jitter, before it tries once more to come back. */
const patience = { timeout: 20_000 }

/** The console as whoever sits before it has it. A visitor is called by the name that the desk shows. */
export class Desk {
  readonly page: Page
  readonly url: string
  /** What went wrong on the page itself. */
  readonly troubles: string[] = []

  constructor(page: Page, origin: string) {
    this.page = page
    this.url = `${origin}/console`
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
  /** In, with their lists before them. */
  async comesAs(name: string, password?: string): Promise<void> {
    await this.opens()
    await this.signsIn(name, password)
    await expect(this.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  }
  /** Says of themselves that they are not to be given anybody. */
  async goesAway(): Promise<void> {
    await this.page.getByRole('switch', { name: 'Available' }).click()
    await expect(this.page.getByRole('switch', { name: 'Available' })).not.toBeChecked()
  }
  /** The name of the only one who waits, once somebody does. */
  async isAskedFor(): Promise<string> {
    const row = this.page.getByRole('navigation').getByRole('option')
    await expect(row).toHaveCount(1, patience)
    return (await row.locator('.name').textContent()) ?? ''
  }
  async takes(name: string): Promise<void> {
    await this.row(name).click()
    await this.talk(name).getByRole('button', { name: 'Take' }).click()
    await expect(this.reply(name)).toBeFocused()
  }
  async says(name: string, text: string): Promise<void> {
    await this.reply(name).fill(text)
    await this.page.keyboard.press('Enter')
    await expect(this.reply(name)).toHaveValue('')
  }
  async sees(name: string, text: string): Promise<void> {
    await expect(this.log(name).getByText(text).last()).toBeVisible(patience)
  }
  /** What was said, by whomever, is among all that is drawn exactly this often. */
  async seesTimes(name: string, text: string, times: number): Promise<void> {
    await expect(this.log(name).getByText(text, { exact: true })).toHaveCount(times, patience)
  }
  async does(name: string, what: string): Promise<void> {
    await this.talk(name).getByRole('button', { name: what, exact: true }).click()
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
}
