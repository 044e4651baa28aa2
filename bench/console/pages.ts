import type { Browser, Page } from '@playwright/test'
import { seeded } from '../../e2e/faults/random.ts'
import { median, quantile } from '../numbers.ts'
import { shown } from '../widget/eyes.ts'
import { signedIn, sweptFigures } from './desk.ts'
import type { Place } from './place.ts'
import type { Figure } from './report.ts'
import { searchesOf } from './said.ts'
import { longTalk } from './talks.ts'
import { longestOf, nodesOf, sweep } from './watch.ts'

const givenMs = 60_000

/** How long the relay takes to find something, over many questions; and how long it serves nobody else meanwhile. */
export async function searching(place: Place, questions: number): Promise<readonly Figure[]> {
  const took: number[] = []
  for (const query of searchesOf(seeded('searches'), questions, place.size.conversations)) {
    const began = performance.now()
    await place.ask('GET', `/conversations/search?${query}`)
    took.push(performance.now() - began)
  }
  return [
    { name: 'search: answer of the relay, p50', value: quantile(took, 0.5), unit: 'ms' },
    { name: 'search: answer of the relay, p99', value: quantile(took, 0.99), unit: 'ms' }
  ]
}

/** What somebody sees who looks for a word that thousands said, and goes on and on. */
export async function searchPage(browser: Browser, place: Place, rounds: number): Promise<readonly Figure[]> {
  const one = await signedIn(browser, place, 'otto')
  const { page } = one
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank')
    await page.goto(`${place.url}/console#/conversations?text=lamp`, { waitUntil: 'commit' })
    times.push(await shown(page, ['.found-line'], givenMs))
  }
  const first = await nodesOf(page)
  const longest = await longestOf(page, () => goOn(page, 30))
  const nodes = await nodesOf(page)
  const swept = await sweep(page, { selector: 'main.page', by: -600, givenMs })
  await one.end()
  return [
    { name: 'search: from the address to the first result', value: median(times), unit: 'ms' },
    { name: 'search: nodes with one page of results', value: first, unit: '' },
    { name: 'search: nodes after 30 more', value: nodes, unit: '' },
    { name: 'search: longest task over 50 ms meanwhile', value: longest, unit: 'ms' },
    ...sweptFigures('search, results scrolled', swept)
  ]
}

/** As often as there is more. */
async function goOn(page: Page, times: number): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' })
  for (let nth = 0; nth < times; nth += 1) {
    if (!(await more.isVisible())) return
    await more.click()
    await page
      .locator('.more:not([aria-disabled=true])')
      .or(page.locator('.operators:not(:has(.more))'))
      .waitFor()
  }
}

/** How long the relay takes to tell a page of the long log's timeline, at its end and at its beginning. */
export async function timelines(place: Place): Promise<readonly Figure[]> {
  const { entries } = place.size
  const path = `/conversations/${longTalk}/timeline?limit=50&after=`
  const ends = await timesOf(place, path + Math.max(0, entries - 50))
  const starts = await timesOf(place, `${path}0`)
  return [
    { name: 'timeline: answer of the relay, its end', value: median(ends), unit: 'ms' },
    { name: 'timeline: answer of the relay, its beginning', value: median(starts), unit: 'ms' }
  ]
}

async function timesOf(place: Place, path: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < 30; round += 1) {
    const began = performance.now()
    await place.ask('GET', path)
    times.push(performance.now() - began)
  }
  return times
}

/** The timeline of the long log before an operator. */
export async function timelinePage(
  browser: Browser,
  place: Place,
  rounds: number
): Promise<readonly Figure[]> {
  const one = await signedIn(browser, place, 'otto')
  const { page } = one
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank')
    await page.goto(`${place.url}/console#/conversations/${longTalk}`, { waitUntil: 'commit' })
    times.push(await shown(page, ['.entry-line'], givenMs))
  }
  const nodes = await nodesOf(page)
  const swept = await sweep(page, { selector: 'main.page', by: 200, givenMs })
  // It is read anew by itself meanwhile.
  const idle = await longestOf(page, () => page.waitForTimeout(11_000))
  const paged = await longestOf(page, () => goEarlier(page, 5))
  await page.keyboard.press('a')
  await page.locator('.steps').nth(20).waitFor({ state: 'attached' })
  const open = await longestOf(page, () => page.waitForTimeout(11_000))
  const most = await nodesOf(page)
  await one.end()
  return [
    { name: 'timeline: from the address to the first entry', value: median(times), unit: 'ms' },
    { name: 'timeline: nodes in the page', value: nodes, unit: '' },
    { name: 'timeline: nodes with every step open', value: most, unit: '' },
    { name: 'timeline: longest task over 50 ms, read anew', value: idle, unit: 'ms' },
    { name: 'timeline: the same with every step open', value: open, unit: 'ms' },
    { name: 'timeline: the same, paging', value: paged, unit: 'ms' },
    ...sweptFigures('timeline, scrolled', swept)
  ]
}

async function goEarlier(page: Page, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) {
    const earlier = page.getByRole('link', { name: 'Earlier entries' })
    if (!(await earlier.isVisible())) return
    const before = await page.locator('.seq').first().innerText()
    await earlier.click()
    await page.locator('.seq').first().filter({ hasNotText: before }).waitFor()
  }
}
