import type { Page } from '@playwright/test'
import { aYear, visitor as visitorSays } from '../desk-stage/scenes.ts'
import { expect, test } from '../desk-stage/stage.ts'

/** What has the focus, as a person would call it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
  })

test('[DP11] up to three stand side by side, and a reload opens the same', async ({ desk, page }) => {
  await page.setViewportSize({ width: 1_600, height: 800 })
  await desk.begins()
  await desk.tab('All').click()
  for (const name of ['Idris Bello', 'Sofia Marin', 'Ole Brandt'])
    await desk.row(name).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('log')).toHaveCount(3)
  await page.reload()
  await expect(page.getByRole('log')).toHaveCount(3)
  await page.setViewportSize({ width: 1_000, height: 800 })
  await expect(page.getByRole('log')).toHaveCount(1)
})

test('[DP12] [DP13] a whole turn with the keyboard alone, and the focus is always somewhere', async ({
  desk,
  page
}) => {
  await desk.begins()
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toContain('7f3k')
  await page.keyboard.press('n')
  await expect(desk.reply('Mara Lindqvist')).toBeFocused()
  await page.keyboard.type('Hello, I have your invoice here.')
  await page.keyboard.press('Enter')
  await expect(desk.log('Mara Lindqvist')).toContainText('I have your invoice here.')
  await page.keyboard.press('Escape')
  await expect(desk.log('Mara Lindqvist')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.log('Mara Lindqvist')).toBeFocused()
  await page.keyboard.press('w')
  await expect.poll(() => focused(page)).not.toBe('')
  await page.keyboard.press('2')
  await expect(desk.tab('Mine')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
})

test('[DP13] who is taken by another while one is at their row gives the focus to the next', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
  relay.adds('cv_mara', { kind: 'taken', name: 'Ben Okafor' })
  await expect.poll(() => focused(page)).toContain('7f3k')
  relay.adds('cv_7f3k', { kind: 'taken', name: 'Ben Okafor' })
  await expect(desk.tab('Queue')).toBeFocused()
})

test('[DP15] on a phone one pane is shown at a time, and the way back leads to the list', async ({
  desk,
  page
}) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await desk.begins()
  await desk.row('Mara Lindqvist').click()
  await expect(desk.log('Mara Lindqvist')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.goBack()
  await expect(desk.row('Mara Lindqvist')).toBeFocused()
  await desk.row('Mara Lindqvist').click()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('log')).toHaveCount(0)
})

test('[DP17] 10,000 conversations and a log of 10,000 entries take a few rows of the page', async ({
  desk,
  page,
  relay
}) => {
  aYear(relay, 10_000, 10_000)
  await desk.begins()
  await desk.tab('All').click()
  await page.keyboard.press('End')
  const rows = page.getByRole('navigation').getByRole('option')
  await expect.poll(() => rows.count()).toBeLessThan(60)
  const list = page.locator('.scroller')
  await expect
    .poll(async () => {
      await list.evaluate(one => one.scrollTo(0, one.scrollHeight))
      return Number(await rows.last().getAttribute('aria-setsize'))
    })
    .toBeGreaterThan(2_000)
  expect(await rows.count()).toBeLessThan(60)
  await desk.tab('Mine').click()
  await desk.row('Long Story').click()
  const log = desk.log('Long Story')
  await expect(log).toContainText('Line 9998.')
  const reachBeginning = async () => {
    await log.evaluate(one => one.scrollTo(0, 0))
    return log.innerText()
  }
  await expect.poll(reachBeginning, { timeout: 30_000, intervals: [50] }).toContain('The conversation began')
  expect(await log.locator('li.entry').count()).toBeLessThan(120)
})

test('[DP17] a reader stays where they are while more comes, and is told how much', async ({
  desk,
  page,
  relay
}) => {
  aYear(relay, 5, 600)
  await desk.begins()
  await desk.answers('Long Story')
  const log = desk.log('Long Story')
  await expect(log).toContainText('Line 598.')
  await log.evaluate(one => one.scrollBy(0, -6_000))
  await expect(page.getByRole('button', { name: 'Newest' })).toBeVisible()
  const seen = () =>
    log.evaluate(one => {
      const { top } = one.getBoundingClientRect()
      const row = [...one.querySelectorAll('li')].find(each => each.getBoundingClientRect().bottom > top + 1)
      return [row?.textContent, Math.round((row?.getBoundingClientRect().top ?? 0) - top)]
    })
  await expect.poll(seen).toEqual(await seen())
  const before = await seen()
  relay.adds('cv_long', visitorSays('Something new', 'id_new_1'))
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
  expect(await seen()).toEqual(before)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(log.getByText('Something new')).toBeInViewport()
})
