import type { Browser } from '@playwright/test'
import { heapOf } from '../../e2e/measure-log.ts'
import { median } from '../numbers.ts'
import { shown } from '../widget/eyes.ts'
import { type Visit, visit } from '../widget/visits.ts'
import type { Place } from './place.ts'
import type { Figure } from './report.ts'
import { longName } from './talks.ts'
import { countAnswers, nodesOf, type Swept, sweep } from './watch.ts'

/** Long enough for a machine that is busy with other things. */
const givenMs = 120_000

/** A browser that somebody has signed in with, on no page yet. */
export async function signedIn(browser: Browser, { url }: Place, name: string): Promise<Visit> {
  const one = await visit(browser)
  const answer = await one.page.context().request.post(`${url}/api/v1/sign-in`, {
    headers: { origin: url, 'x-footbridge': 'console' },
    data: { name, password: 'a right password' }
  })
  if (!answer.ok()) throw new Error(`${name} may not sign in: ${answer.status()}`)
  return one
}

export const sweptFigures = (name: string, swept: Swept): readonly Figure[] => [
  { name: `${name}: frames`, value: swept.fps, unit: '/s' },
  { name: `${name}: median frame`, value: swept.medianMs, unit: 'ms' },
  { name: `${name}: worst frame`, value: swept.worstMs, unit: 'ms' },
  { name: `${name}: tasks over 50 ms`, value: swept.longTasks, unit: '' },
  { name: `${name}: longest task over 50 ms`, value: swept.longestMs, unit: 'ms' },
  { name: `${name}: nodes in the page, at most`, value: swept.nodes, unit: '' }
]

/** How long the desk takes to open, and what it asks for until it stands. */
export async function openingDesk(
  browser: Browser,
  place: Place,
  rounds: number
): Promise<readonly Figure[]> {
  const times: number[] = []
  let [requests, kB, nodes] = [0, 0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const one = await signedIn(browser, place, 'anna')
    const counted = await countAnswers(one.tools)
    await one.page.goto(`${place.url}/console`, { waitUntil: 'commit' })
    times.push(await shown(one.page, ['[role=option]'], givenMs))
    // The stream never ends: the page is at rest once its lists are there.
    await one.page.waitForFunction(() => document.querySelector('[role=listbox] [role=option]') !== null)
    await one.page.waitForTimeout(1_000)
    ;({ requests, kB } = counted())
    nodes = await nodesOf(one.page)
    await one.end()
  }
  return [
    { name: 'desk: first row', value: median(times), unit: 'ms' },
    { name: 'desk: requests until it stands', value: requests, unit: '' },
    { name: 'desk: answers until it stands', value: kB, unit: 'kB' },
    { name: 'desk: nodes in the page', value: nodes, unit: '' }
  ]
}

/** The queue, and the list of all: from the first row to the last one, and back. */
export async function scrollingLists(browser: Browser, place: Place): Promise<readonly Figure[]> {
  const one = await signedIn(browser, place, 'anna')
  const { page, tools } = one
  await page.goto(`${place.url}/console`)
  await shown(page, ['[role=option]'], givenMs)
  const by = 1_200
  const queue = await sweep(page, { selector: '.scroller', by: 200, givenMs })
  await page.getByRole('tab', { name: 'All' }).click()
  const down = await sweep(page, { selector: '.scroller', by, givenMs })
  const rows = Number(await page.getByRole('option').first().getAttribute('aria-setsize'))
  const up = await sweep(page, { selector: '.scroller', by: -by, givenMs })
  const heap = await heapOf(tools)
  await one.end()
  if (rows <= place.size.conversations) throw new Error(`the list ended after ${rows}`)
  return [
    ...sweptFigures('queue, scrolled', queue),
    ...sweptFigures('all, scrolled while it comes', down),
    ...sweptFigures('all, scrolled back', up),
    { name: 'all: heap once all of it is there', value: heap, unit: 'MB' }
  ]
}

/** The long log: opened at its end, scrolled to its beginning and back, and one entry more. */
export async function readingLog(browser: Browser, place: Place): Promise<readonly Figure[]> {
  const one = await signedIn(browser, place, 'anna')
  const { page, tools } = one
  await page.goto(`${place.url}/console`)
  await page.getByRole('tab', { name: 'Mine' }).click()
  await page.getByRole('option').filter({ hasText: longName }).waitFor({ timeout: givenMs })
  const counted = await countAnswers(tools)
  const opening = await timeToLog(one)
  const { requests, kB } = counted()
  const by = 1_000
  const up = await sweep(page, { selector: '.log', by: -by, givenMs })
  const first = await page.locator('.log').innerText()
  const down = await sweep(page, { selector: '.log', by, givenMs })
  const heap = await heapOf(tools)
  await one.end()
  if (!first.includes('The conversation began'))
    throw new Error(`the beginning of the log was not reached: ${first.slice(0, 80)}`)
  return [
    { name: 'log: from the click to its end', value: opening, unit: 'ms' },
    { name: 'log: requests until then', value: requests, unit: '' },
    { name: 'log: answers until then', value: kB, unit: 'kB' },
    ...sweptFigures('log, scrolled up while it comes', up),
    ...sweptFigures('log, scrolled down', down),
    { name: 'log: heap once all of it is there', value: heap, unit: 'MB' }
  ]
}

async function timeToLog({ page }: Visit): Promise<number> {
  const row = page.getByRole('option').filter({ hasText: longName })
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => Object.assign(window, { pressedAt: timeStamp }), {
      capture: true,
      once: true
    })
  })
  await row.click()
  const at = await shown(page, ['.log [data-row]'], givenMs)
  return at - (await page.evaluate(() => Number(Reflect.get(window, 'pressedAt'))))
}
