import { expect, test } from '@playwright/test'
import { barriersOf } from '../states/barriers.ts'
import { combinations, dress, usual } from '../states/combinations.ts'
import { illegibleInAnyColour } from '../states/legibility.ts'
import { arabicStates, playedStates } from '../states/plays.ts'
import { states } from '../states/states.ts'
import { smallTargets, underFingers } from '../states/targets.ts'

const all = process.env['FOOTBRIDGE_MATRIX'] === 'whole'

// A film of hundreds of looks takes longer than the looks.
test.use({ trace: 'off' })

for (const [index, { name, enter }] of [...states, ...playedStates, ...arabicStates].entries()) {
  test(`[AC10] [AC11] [AC12] [PA13] nothing is in anybody's way: ${name}`, async ({ page }) => {
    test.slow(all)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(page)
    for (const combination of all ? combinations : usual(index)) {
      await dress(page, combination)
      expect.soft(await smallTargets(page, 24), JSON.stringify(combination)).toEqual([])
      expect.soft(await barriersOf(page), JSON.stringify(combination)).toEqual([])
    }
    expect.soft(await illegibleInAnyColour(page)).toEqual([])
    await underFingers(page)
    expect.soft(await smallTargets(page, 44), 'under fingers').toEqual([])
  })
}
