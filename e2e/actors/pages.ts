import { expect, type Locator, type Page } from '@playwright/test'

/** Longer than the relay needs to settle, with its tries. */
const patience = { timeout: 20_000 }
const names = {
  Conversations: 'conversations',
  Health: 'health',
  'Dead letters': 'dead-letters',
  Subscriptions: 'subscriptions',
  Records: 'records'
} as const

/** The pages that operators have beside the desk. */
export class Pages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get nav(): Locator {
    return this.page.getByRole('navigation', { name: 'Pages' })
  }
  title(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 2, name })
  }
  async goes(name: keyof typeof names): Promise<void> {
    await this.nav.getByRole('link', { name, exact: true }).click()
    await expect(this.title(name)).toBeFocused()
    await expect(this.page).toHaveURL(new RegExp(`#/${names[name]}$`))
  }
  async searches(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Words' }).fill(text)
    await this.page.keyboard.press('Enter')
  }
  found(text: string): Locator {
    return this.page
      .getByRole('region', { name: 'What was found' })
      .getByRole('listitem')
      .filter({ hasText: text })
  }
  /** The timeline of the conversation where this was said. */
  async follows(text: string): Promise<void> {
    await this.searches(text)
    await this.found(text).getByRole('link').click()
    await expect(this.entry(text)).toBeVisible(patience)
  }
  /** A line of a timeline: the first that says so, for bots repeat what was said. */
  entry(text: string): Locator {
    return this.page
      .locator('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: text }) })
      .first()
  }
  steps(text: string): Locator {
    return this.entry(text).getByRole('row')
  }
  letter(reason: string): Locator {
    return this.page.locator('main').getByRole('listitem').filter({ hasText: reason })
  }
  async says(notice: string): Promise<void> {
    await expect(this.page.getByRole('status').getByText(notice)).toBeVisible(patience)
  }
}
