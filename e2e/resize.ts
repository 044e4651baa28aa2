import type { Page } from '@playwright/test'

/** The page hears of its size with the next picture, and only then is another one: right after it, what was laid out before stands in the width of now. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}
