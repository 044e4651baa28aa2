import { readFile } from 'node:fs/promises'
import { Inspector } from '../actors/inspector.ts'
import { expect, test } from '../fixtures.ts'
import { bot, opened, says } from '../stage/contents.ts'
import { plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { button, watch } from '../stage/watch.ts'

test('[PA2] a carousel is moved by its buttons and by arrow keys, and tells its place', async ({ page }) => {
  const { panel } = await watch(page, plays.carousel)
  const place = panel.locator('.turns p')
  await expect(place).toHaveText('1 / 4')
  await expect(button(page, 'Previous')).toHaveAttribute('aria-disabled', 'true')
  await button(page, 'Next').click()
  await expect(place).toHaveText('2 / 4')
  await panel.getByRole('list', { name: 'Cards' }).focus()
  await page.keyboard.press('End')
  await expect(place).toHaveText('4 / 4')
  await expect(button(page, 'Next')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(place).toHaveText(/[23] \/ 4/)
  await page.keyboard.press('Home')
  await expect(place).toHaveText('1 / 4')
})

test('[PA2] … also from right to left', async ({ page }) => {
  await openStage(page, { ...plays.carousel, lang: 'ar-EG' })
  await page.locator('.launcher').click()
  const turns = page.locator('.turns')
  await expect(turns).toHaveCSS('direction', 'rtl')
  await expect(turns.locator('p')).toHaveText('١ / ٤')
  await turns.getByRole('button').last().click()
  await expect(turns.locator('p')).toHaveText('٢ / ٤')
  await turns.getByRole('button').first().click()
  await expect(turns.locator('p')).toHaveText('١ / ٤')
})

test('[PA14] an image is enlarged, and Escape leads back to where the focus was', async ({ page }) => {
  const { visitor, panel } = await watch(page, plays.image)
  const small = panel.getByRole('button', { name: 'The harbour at night' })
  await small.press('Enter')
  const large = page.getByRole('dialog', { name: 'The harbour at night' })
  await expect(large).toBeVisible()
  await expect(large.getByRole('link', { name: 'Open the original' })).toBeVisible()
  expect(await new Inspector(visitor).barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(large).toHaveCount(0)
  await expect(small).toBeFocused()
  await expect(button(page, 'More')).toBeVisible()
})

test('[PA1] an image of a host that the site does not name waits for the visitor', async ({ page }) => {
  const asked: string[] = []
  await page.route('https://elsewhere.example/**', route => {
    asked.push(route.request().url())
    return route.abort()
  })
  const { panel } = await watch(page, plays.strangeImage)
  const show = panel.getByRole('button', { name: /Show the image from elsewhere.example/ })
  await expect(show).toHaveCount(2)
  expect(asked).toEqual([])
  await show.first().click()
  await expect(panel.getByText('The harbour at night', { exact: true })).toBeVisible()
  expect(asked).toEqual(['https://elsewhere.example/a.png'])
})

test('[PA15] faults of a form are summed up, tied to their fields, and each can be gone to', async ({
  page
}) => {
  const { stage, panel } = await watch(page, plays.form)
  await button(page, 'Submit').click()
  const summary = panel.getByRole('group', { name: 'Please check these answers:' })
  await expect(summary).toBeFocused()
  await summary.getByRole('button', { name: 'Your e-mail' }).click()
  const email = panel.getByRole('textbox', { name: 'Your e-mail' })
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription('Please fill this in.')
  await email.fill('ada')
  await panel.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await button(page, 'Submit').click()
  await expect(email).toBeFocused()
  await email.fill('ada@example.com')
  await button(page, 'Submit').click()
  await expect(panel.getByText('Your answer was sent.')).toBeVisible()
  expect(stage.heard.filter(({ type }) => type === 'say')).toMatchObject([
    { of: 2, text: 'Your name: Ada\nYour e-mail: ada@example.com\nAbout:' }
  ])
})

test('[PA4] a rating is chosen by arrow keys and sent once', async ({ page }) => {
  const { stage, panel } = await watch(page, plays.rating)
  await panel.getByRole('radio').first().focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  expect(stage.heard.filter(({ type }) => type === 'postback')).toEqual([])
  await button(page, 'Send').first().click()
  await expect(panel.getByText('Thank you for your rating.')).toBeVisible()
  expect(stage.heard.filter(({ type }) => type === 'postback')).toMatchObject([{ seq: 2, action: 2 }])
})

test('[PA8] the menu is opened, walked through and left by keyboard', async ({ page }) => {
  await watch(page, plays.menu)
  const more = button(page, 'More')
  await more.press('Enter')
  await expect(button(page, 'Start over')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(button(page, 'Erase my data')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await expect(button(page, 'Start over')).toHaveCount(0)
  await more.click()
  // The menu may lie over most of the log.
  await page
    .getByRole('dialog')
    .getByRole('log')
    .click({ position: { x: 8, y: 8 } })
  await expect(button(page, 'Start over')).toHaveCount(0)
})

test('[PA16] what cannot be taken back is asked about first', async ({ page }) => {
  const { stage, visitor } = await watch(page, plays.menu)
  const asked = (what: string) => stage.heard.filter(({ type }) => type === what)
  await button(page, 'More').click()
  await button(page, 'Erase my data').click()
  const question = page.getByRole('alertdialog', { name: 'Erase my data?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  expect(await new Inspector(visitor).barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(button(page, 'More')).toBeFocused()
  expect(asked('erase')).toEqual([])
  await button(page, 'More').click()
  await button(page, 'End conversation').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click()
  await expect.poll(() => asked('ask')).toMatchObject([{ what: 'close' }])
  await button(page, 'More').click()
  await button(page, 'Erase my data').click()
  await button(page, 'Erase everything').click()
  await expect(page.getByText('Your data is being erased…')).toBeVisible()
  await expect.poll(() => asked('erase').length).toBe(1)
})

test('[PA17] earlier conversations are listed, and read without being touched', async ({ page }) => {
  const { visitor, panel } = await watch(page, plays.menu)
  await button(page, 'More').click()
  await button(page, 'Earlier conversations').click()
  expect(await new Inspector(visitor).barriers(), 'the list').toEqual([])
  await panel.getByRole('button', { name: /Thank you, the lamp has arrived/ }).click()
  await expect(panel.getByText('Where is my lamp?')).toBeVisible()
  await expect(button(page, 'Choose Aurora')).toBeDisabled()
  expect(await new Inspector(visitor).barriers(), 'one of them').toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel.getByText('Nothing was said.')).toBeVisible()
  await button(page, 'Back').click()
  await expect(button(page, 'More')).toBeFocused()
})

test('[PA12] the conversation is downloaded as a text', async ({ page }) => {
  await watch(page, plays.agent)
  await button(page, 'More').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download conversation').click()
  ])
  expect(download.suggestedFilename()).toMatch(/^chat-.+\.txt$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('Maria Lind: I have your order in front of me.')
  await expect(button(page, 'More')).toBeFocused()
})

test('[PA10] how it was is asked once it is over, in steps and words, and sent once', async ({ page }) => {
  const { stage, visitor } = await watch(page, plays.closed)
  await page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true })
  await page.getByRole('textbox').fill('All well.')
  expect(await new Inspector(visitor).barriers()).toEqual([])
  await button(page, 'Send').click()
  await visitor.sees('Thank you for your rating.')
  expect(stage.heard.filter(({ type }) => type === 'rate')).toMatchObject([{ score: 4, text: 'All well.' }])
  await expect(button(page, 'Start a new conversation')).toBeVisible()
})

test('[PA9] what the site asks first is said as one text, and gives way to the composer', async ({
  page
}) => {
  const { stage, visitor } = await watch(page, plays.preChat)
  await expect(visitor.composer).toHaveCount(0)
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Your e-mail').fill('ada@example.com')
  await button(page, 'Submit').click()
  await expect(visitor.composer).toBeVisible()
  expect(stage.heard.filter(({ type }) => type === 'say')).toMatchObject([
    { text: 'Your name: Ada\nYour e-mail: ada@example.com' }
  ])
})

test('[PA6] while a person is looked for it says when there are some, and leads back', async ({ page }) => {
  const { stage, visitor } = await watch(page, plays.waiting)
  await visitor.sees('Looking for a person…')
  await button(page, 'Back to the assistant').click()
  await expect.poll(() => stage.heard.filter(({ type }) => type === 'ask')).toMatchObject([{ what: 'back' }])
})

test('[PA21] a line tells the day of what follows: where another begins, and first of all unless that is today', async ({
  page
}) => {
  await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 12))
  const { panel } = await watch(page, plays.days)
  const days = panel.locator('.log .note')
  await expect(days).toHaveText(['Nov 20, 2026', 'Nov 21, 2026', 'Nov 23, 2026'])
  await page.clock.setFixedTime(Date.UTC(2026, 10, 20, 12))
  await page.reload()
  await page.locator('.launcher').click()
  await expect(days).toHaveText(['Nov 21, 2026', 'Nov 23, 2026'])
})

test('[PA22] what is on a link stands as its words are read', async ({ page }) => {
  const label = 'שלום עולם!'
  const url = 'https://shop.example/'
  const actions = [{ kind: 'link', label, url } as const]
  const { panel } = await watch(page, { entries: [opened, bot({ kind: 'text', text: 'Hello', actions })] })
  await expect(panel.getByRole('link', { name: label })).toHaveCSS('direction', 'rtl')
})

test('[PA22] a list that is read from right to left has its numbers on the right, also in an English chat', async ({
  page
}) => {
  const { panel } = await watch(page, {
    entries: [opened, says('1. اطلبه\n2. زرنا:\n   - قبل السادسة\n   - Monday')]
  })
  for (const list of [panel.locator('.text ol'), panel.locator('.text ul')]) {
    await expect(list).toHaveCSS('direction', 'rtl')
    for (const item of await list.locator(':scope > li').all())
      await expect(item).toHaveCSS('direction', 'rtl')
  }
})
