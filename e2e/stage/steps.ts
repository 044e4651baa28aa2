import { expect, type Page } from '@playwright/test'
import { givesLeave } from '../actors/leave.ts'
import type { PlayName } from './plays.ts'

const good = (page: Page) => page.getByRole('radio').nth(3).check({ force: true })

async function menu(page: Page): Promise<void> {
  await page.locator('.menu-button').click()
  await page.locator('.menu .switch').last().waitFor()
}

/** Opens the menu and takes what stands there, until there is to be seen what that leads to. */
const chooses = (what: string, until: string) => async (page: Page) => {
  await menu(page)
  await page.locator(`.menu ${what} button`).click()
  await page.locator(until).first().waitFor()
}
const earlier = chooses('li:nth-child(3)', '.over :is(.pasts, .empty)')

/** What is done on the stage until there is to be seen what a play is for. In any language: nothing is found by its words. */
const steps: Readonly<Partial<Record<PlayName, (page: Page) => Promise<void>>>> = {
  folded: page => page.locator('.more').waitFor(),
  form: page => page.locator('.panel form.form .wide').click(),
  menu,
  async switches(page) {
    await givesLeave(page.context())
    await menu(page)
    for (const [at, one] of (await page.locator('.menu [aria-pressed]').all()).entries()) {
      await one.click()
      await expect(page.locator('.menu [aria-pressed=true]')).toHaveCount(at + 1)
    }
  },
  async refused(page) {
    await page.context().clearPermissions()
    await chooses('.beyond:nth-last-child(2)', '.question')(page)
  },
  earlier,
  async earlierNone(page) {
    await earlier(page)
    // What says that it may take a moment, in any language.
    await expect(page.locator('.over .empty')).not.toContainText('…')
  },
  async earlierOne(page) {
    await earlier(page)
    await page.locator('.pasts button').first().click()
    await page.locator('.over .card').first().waitFor()
  },
  ending: chooses('li:nth-child(2)', '.question'),
  erasing: chooses('.for-good', '.question'),
  rating: good,
  closed: good
}

/** Opens the chat of a page with a play on its stage, and goes as far as the play's steps. */
export async function comesTo(page: Page, name: PlayName): Promise<void> {
  await page.locator('.launcher').click()
  await page.locator('.panel').waitFor()
  await page.locator('.panel :is(.row, .empty)').first().waitFor()
  await expect(page.locator('.soon')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  await steps[name]?.(page)
}
