import { expect, type Page, test } from '@playwright/test'
import { everything } from '../stage/contents.ts'
import { plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { Stage } from '../states/stage.ts'

/** How far the panel's edge is below the menu, and the menu's below the last of its buttons. */
async function roomBelow(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.locator('.menu button').first()).toBeFocused()
  // What stands outside of the panel is fetched, and offers more.
  await expect(page.locator('.menu .switch')).toHaveCount(2)
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Erase my data' })).toBeFocused()
  return page.locator('.panel').evaluate(panel => {
    const parts = [panel, panel.querySelector('.menu'), panel.querySelector('.menu li:last-child')]
    const [around = 0, menu = 0, last = 0] = parts.map(part => part?.getBoundingClientRect().bottom)
    return [around - menu, menu - last]
  })
}

for (const [width, height] of [
  [1000, 500],
  [1000, 620],
  [390, 420],
  [640, 256]
] as const) {
  test(`[PA32] all of the menu is in the panel, in a window of ${width} by ${height} px`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openStage(page, plays.menu)
    await page.locator('.launcher').click()
    // What was said adds an offer.
    await expect(page.locator('.row').first()).toBeVisible()
    expect(Math.min(...(await roomBelow(page)))).toBeGreaterThanOrEqual(0)
  })
}

test('[PA32] … and in one that fills a low element', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stage = new Stage(page, { target: '#help', can: everything })
  await stage.opens()
  await stage.botSays('Hello!')
  expect(Math.min(...(await roomBelow(page)))).toBeGreaterThanOrEqual(0)
})

test('[PA32] the menu goes when Tab leads out of it, and the focus goes on', async ({ page }) => {
  await openStage(page, plays.menu)
  await page.locator('.launcher').click()
  const more = page.getByRole('button', { name: 'More' })
  const menu = page.locator('.menu')
  await more.press('Enter')
  await expect(menu.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(more).toBeFocused()
  await expect(menu).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await expect(page.locator('.row:focus')).toContainText('Hello')
  await expect(menu).toHaveCount(0)
  await more.press('Enter')
  await expect(menu.getByRole('button').first()).toBeFocused()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = '/'
    document.body.append(link)
    link.focus()
  })
  await expect(menu).toHaveCount(0)
  await expect(page.locator('a:focus')).toHaveCount(1)
})
