import { expect, type Page } from '@playwright/test'
import type { PlayName } from './plays.ts'

const good = (page: Page) => page.getByRole('radio').nth(3).check({ force: true })

/** What is done on the stage until there is to be seen what a play is for. In any language: nothing is found by its words. */
const steps: Readonly<Partial<Record<PlayName, (page: Page) => Promise<void>>>> = {
  form: page => page.locator('.panel form.form .wide').click(),
  menu: async page => {
    await page.locator('.menu-button').click()
    await page.locator('.menu').waitFor()
  },
  rating: good,
  closed: good
}

/** Opens the chat of a page with a play on its stage, and goes as far as the play's steps. */
export async function comesTo(page: Page, name: PlayName): Promise<void> {
  await page.locator('.launcher').click()
  await page.locator('.panel').waitFor()
  await expect(page.locator('.soon')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  await steps[name]?.(page)
}
