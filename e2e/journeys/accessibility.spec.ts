import { expect, test } from '@playwright/test'
import { barriersOf } from '../states/barriers.ts'
import { combinations, dress, usual } from '../states/combinations.ts'
import { states } from '../states/states.ts'
import { smallTargets } from '../states/targets.ts'

const all = process.env['FOOTBRIDGE_MATRIX'] === 'whole'

for (const [index, { name, enter }] of states.entries()) {
  test(`[AC10] [AC11] axe finds nothing and every target can be hit: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(page)
    for (const combination of all ? combinations : usual(index)) {
      await dress(page, combination)
      expect.soft(await smallTargets(page), JSON.stringify(combination)).toEqual([])
      expect.soft(await barriersOf(page), JSON.stringify(combination)).toEqual([])
    }
  })
}
