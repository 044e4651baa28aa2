import { expect, test } from '@playwright/test'
import { barriersOf } from '../states/barriers.ts'
import { combinations, dress, usual } from '../states/combinations.ts'
import { states } from '../states/states.ts'

const all = process.env['FOOTBRIDGE_MATRIX'] === 'whole'

for (const [index, { name, enter }] of states.entries()) {
  test(`[AC10] axe finds nothing, however it is looked at: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(page)
    for (const combination of all ? combinations : usual(index)) {
      await dress(page, combination)
      expect.soft(await barriersOf(page), JSON.stringify(combination)).toEqual([])
    }
  })
}
