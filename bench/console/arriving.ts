import type { Browser } from '@playwright/test'
import { shown } from '../widget/eyes.ts'
import { signedIn } from './desk.ts'
import type { Place } from './place.ts'
import type { Figure } from './report.ts'
import { longName, longTalk } from './talks.ts'
import { busyMs, longestOf, sweep } from './watch.ts'

const many = 20

/** Entries that come, one after the other, into a log that is here as a whole, while the list of all is, too. */
export async function arriving(browser: Browser, place: Place): Promise<readonly Figure[]> {
  const one = await signedIn(browser, place, 'anna')
  const { page, tools } = one
  await page.goto(`${place.url}/console`)
  await shown(page, ['[role=option]'])
  await page.getByRole('tab', { name: 'All' }).click()
  await sweep(page, { selector: '.scroller', by: 6_000, givenMs: 120_000 })
  await page.getByRole('tab', { name: 'Mine' }).click()
  await page.getByRole('option').filter({ hasText: longName }).click()
  await shown(page, ['.log [data-row]'])
  await sweep(page, { selector: '.log', by: -6_000, givenMs: 120_000 })
  await page.getByRole('button', { name: 'Newest' }).click()
  await page.getByRole('tab', { name: 'All' }).click()
  const before = await busyMs(tools)
  const longest = await longestOf(page, async () => {
    for (let nth = 1; nth <= many; nth += 1) await arrives(place, nth)
    await page.locator('.log').getByText(`Note ${many} of them`).waitFor()
  })
  const each = ((await busyMs(tools)) - before) / many
  await one.end()
  return [
    { name: 'log and list: main thread for one entry more', value: each, unit: 'ms' },
    { name: 'log and list: longest task over 50 ms meanwhile', value: longest, unit: 'ms' }
  ]
}

async function arrives({ ask }: Place, nth: number): Promise<void> {
  const id = `note-${nth}-${Date.now()}`
  await ask('POST', `/conversations/${longTalk}/note`, { id, text: `Note ${nth} of them` })
  await new Promise(resolve => setTimeout(resolve, 100))
}
