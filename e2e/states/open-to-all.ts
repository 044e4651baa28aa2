import { expect, type Page } from '@playwright/test'
import { smallTargets } from '../desk-stage/targets.ts'
import { barriersOf } from './barriers.ts'

/** Nothing here is in anybody's way, as far as a machine can tell: light, dark, in forced colours. */
export async function isOpenToAll(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await barriersOf(page), colorScheme).toEqual([])
  }
  expect.soft(await smallTargets(page, 24), 'small targets').toEqual([])
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(beyond, 'wider than its window').toBeLessThanOrEqual(0)
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await barriersOf(page), 'forced colours').toEqual([])
}
