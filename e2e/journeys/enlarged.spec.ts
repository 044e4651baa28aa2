import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'

/** An image is as large as the window, in front of a page that counts how often its button is pressed. */
async function enlarges(page: Page): Promise<void> {
  await openStage(page, { ...plays.image, early: { hiddenOn: ['^/checkout'] } })
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.textContent = 'Buy'
    button.onclick = () => button.append('!')
    document.querySelector('main')?.append(button)
  })
  await page.locator('.launcher').click()
  await page.getByRole('button', { name: 'The harbour at night' }).click()
  await expect(page.locator('.light[open]')).toBeVisible()
}

async function canBuy(page: Page): Promise<void> {
  await expect(page.locator('.light[open]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page.getByText('Buy!')).toBeVisible()
}

test('[PA30] a page that closes the chat in front of which an image is enlarged can be used', async ({
  page
}) => {
  await enlarges(page)
  await page.evaluate(() => window.Footbridge?.close())
  await canBuy(page)
  await page.locator('.launcher').click()
  await page.getByRole('button', { name: 'The harbour at night' }).click()
  await expect(page.getByRole('dialog', { name: 'The harbour at night' })).toBeVisible()
})

test('[PA30] … as can one that hides it', async ({ page }) => {
  await enlarges(page)
  await page.evaluate(() => history.pushState(null, '', '/checkout'))
  await canBuy(page)
})

test('[PA30] … and one that the way back leads to on a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  await enlarges(page)
  await page.goBack()
  await canBuy(page)
})
