import { expect, type Page, test } from '@playwright/test'
import { plays } from '../stage/plays.ts'
import { openStage, type Play, type Stage } from '../stage/stage.ts'
import { focusOf, walk } from '../states/focus.ts'

/** On a page with a play, by keyboard into its chat. */
async function enters(page: Page, play: Play): Promise<Stage> {
  const stage = await openStage(page, play)
  await page.locator('.launcher').waitFor()
  await strikes(page, 'Tab', 'Enter')
  await expect(page.locator('.row').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.soon')).toHaveCount(0)
  return stage
}

async function strikes(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on by one key until it is there; what has the focus on the way can be seen, and shows that it has it. */
async function goes(page: Page, key: string, to: string): Promise<void> {
  const there = page.locator(`.fb :is(${to}):focus`)
  for (let step = 0; step < 30 && !(await there.count()); step += 1) {
    await page.keyboard.press(key)
    expect(await focusOf(page)).toMatchObject({ marked: true, shown: true })
  }
  await expect(there).toBeFocused()
}

const said = ({ heard }: Stage, type: string) => heard.filter(one => one.type === type)

test('[AC17] by keyboard: a quick reply is chosen', async ({ page }) => {
  const stage = await enters(page, plays.replies)
  await goes(page, 'Shift+Tab', '.replies button')
  await strikes(page, 'Enter')
  await expect.poll(() => said(stage, 'postback').length + said(stage, 'say').length).toBe(1)
})

test('[AC17] by keyboard: cards are gone through, and one is chosen', async ({ page }) => {
  const stage = await enters(page, plays.carousel)
  await expect(page.locator('.panel textarea')).toBeFocused()
  await strikes(page, 'Shift+Tab')
  await expect(page.locator('.carousel, .row').and(page.locator(':focus'))).toBeVisible()
  await goes(page, 'Tab', '.carousel')
  await strikes(page, 'End')
  await expect(page.locator('.turns p')).toHaveText('4 / 4')
  await goes(page, 'Shift+Tab', '.menu-button')
  await goes(page, 'Tab', '.row')
  await strikes(page, 'Enter')
  await expect(page.locator('.card button').first()).toBeFocused()
  await strikes(page, 'Enter')
  await expect.poll(() => said(stage, 'postback').length).toBe(1)
})

test('[AC17] by keyboard: a form is filled in, found at fault, mended and sent', async ({ page }) => {
  const stage = await enters(page, plays.form)
  await goes(page, 'Shift+Tab', '.form [type=submit]')
  await strikes(page, 'Enter')
  await expect(page.locator('.summary')).toBeFocused()
  await goes(page, 'Tab', '.summary button')
  await strikes(page, 'Enter')
  await page.keyboard.type('Ada')
  await strikes(page, 'Tab')
  await page.keyboard.type('ada@example.com')
  await strikes(page, 'Enter')
  await expect.poll(() => said(stage, 'say')).toMatchObject([{ text: expect.stringContaining('Ada') }])
})

test('[AC17] by keyboard: an image is made large and small again', async ({ page }) => {
  await enters(page, plays.image)
  await expect(page.locator('.panel textarea')).toBeFocused()
  await strikes(page, 'Shift+Tab')
  // What looks after the log is fetched as somebody goes there, and puts them where they would have come to.
  await expect(page.locator('.row').and(page.locator(':focus'))).toBeVisible()
  await strikes(page, 'Enter', 'Enter')
  await expect(page.locator('.light[open]')).toBeVisible()
  await expect(page.locator('.light .round')).toBeFocused()
  await strikes(page, 'Escape')
  await expect(page.locator('.opens')).toBeFocused()
})

test('[AC17] by keyboard: the menu gives the conversation as a file, earlier ones, and erases all', async ({
  page
}) => {
  const stage = await enters(page, plays.menu)
  const chooses = async (label: string) => {
    await goes(page, 'Shift+Tab', '.menu-button')
    await strikes(page, 'Enter')
    await expect(page.locator('.menu button').first()).toBeFocused()
    await goes(page, 'ArrowDown', `.menu button:text-is("${label}")`)
  }
  await chooses('Download conversation')
  const [download] = await Promise.all([page.waitForEvent('download'), strikes(page, 'Enter')])
  expect(download.suggestedFilename()).toMatch(/\.txt$/)
  await expect(page.locator('.menu-button')).toBeFocused()
  await chooses('Earlier conversations')
  await strikes(page, 'Enter')
  // The list is fetched: Tab before it is there leads past it.
  await expect(page.locator('.pasts button').first()).toBeVisible()
  await goes(page, 'Tab', '.pasts button')
  await strikes(page, 'Enter')
  await expect(page.getByText('Where is my lamp?')).toBeVisible()
  await strikes(page, 'Escape')
  await expect(page.locator('.pasts')).toBeVisible()
  await strikes(page, 'Escape')
  await expect(page.locator('.menu-button')).toBeFocused()
  await chooses('Erase my data')
  await strikes(page, 'Enter')
  await goes(page, 'Tab', '.grave')
  await strikes(page, 'Enter')
  await expect.poll(() => said(stage, 'erase').length).toBe(1)
})

test('[AC17] by keyboard: a conversation that is over is rated', async ({ page }) => {
  const stage = await enters(page, plays.closed)
  await goes(page, 'Shift+Tab', '.stars input')
  // Backwards one comes to the last step; after it is the first.
  await strikes(page, 'Space', 'ArrowRight')
  await goes(page, 'Tab', '.after [type=submit]')
  await strikes(page, 'Enter')
  await expect.poll(() => said(stage, 'rate')).toMatchObject([{ score: 1 }])
})

for (const name of ['replies', 'carousel', 'form', 'menu', 'closed', 'preChat'] as const) {
  test(`[AC17] by keyboard: Tab leads through all of it and out of it: ${name}`, async ({ page }) => {
    await enters(page, plays[name])
    const stops = [...(await walk(page)), ...(await back(page))]
    expect(stops.filter(({ marked, shown }) => !marked || !shown)).toEqual([])
    await goes(page, 'Shift+Tab', 'button, textarea')
    await strikes(page, 'Escape')
    await expect(page.locator('.panel')).toBeHidden()
    await expect(page.locator('.launcher')).toBeFocused()
  })
}

async function back(page: Page) {
  await strikes(page, 'Shift+Tab')
  return walk(page, 'Shift+Tab')
}
