import { expect, test } from '@playwright/test'
import { contrastsOf } from '../states/contrasts.ts'
import { Stage } from '../states/stage.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[AC5] whatever colour the site has, the chat can be read: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await new Stage(page).opens()
    const { text, parts, links, colours } = await contrastsOf(page)
    expect(colours).toBeGreaterThan(500)
    expect(Math.min(...text)).toBeGreaterThanOrEqual(4.5)
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(3)
    expect(Math.min(...links)).toBeGreaterThanOrEqual(4.5)
  })
}

test('[AC13] the chat is dark when the system is, at once, and as its site says where it does', async ({
  page
}) => {
  const back = () => stage.panel.evaluate(panel => getComputedStyle(panel).backgroundColor)
  const [white, black] = ['rgb(255, 255, 255)', 'rgb(27, 30, 36)']
  const stage = new Stage(page)
  await stage.opens()
  expect(await back()).toBe(white)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(back).toBe(black)
  await page.evaluate(() => window.Footbridge?.set({ theme: 'light' }))
  await expect.poll(back).toBe(white)
  await page.evaluate(() => window.Footbridge?.set({ theme: 'auto' }))
  await expect.poll(back).toBe(black)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(() => window.Footbridge?.set({ theme: 'dark' }))
  await expect.poll(back).toBe(black)
})

test('[AC6] on a telephone the chat is the whole screen, and the way back leads out of it', async ({
  page
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stage = new Stage(page)
  await stage.visits()
  const entries = () => page.evaluate(() => history.length)
  const before = await entries()
  await stage.launcher.click()
  await expect.poll(entries).toBe(before + 1)
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).overflow))
    .toBe('hidden')
  expect(await stage.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 })
  await page.goBack()
  await expect(stage.panel).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe('')
})

test('[AC6] closed by other means it takes its entry of the history with it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const stage = new Stage(page)
  await stage.visits()
  await page.evaluate(() => history.replaceState({ route: 7 }, ''))
  await stage.launcher.click()
  const state = () => page.evaluate(() => history.state as object)
  await expect.poll(state).toMatchObject({ route: 7, footbridge: expect.any(Number) })
  await stage.panel.getByRole('button', { name: 'Close chat' }).click()
  await expect.poll(state).toEqual({ route: 7 })
})

test('[AC6] a page that has gone on keeps the entry that it made of ours', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const stage = new Stage(page)
  await stage.opens()
  await expect.poll(() => page.evaluate(() => history.state as unknown)).not.toBeNull()
  await page.evaluate(() => history.pushState({ route: 8 }, '', '/#eight'))
  await stage.panel.getByRole('button', { name: 'Close chat' }).click()
  await expect(stage.panel).toBeHidden()
  expect(await page.evaluate(() => [history.state as unknown, location.hash])).toEqual([
    { route: 8 },
    '#eight'
  ])
})

test('[AC6] closed and opened in one breath it is open, and the way back leads out of it', async ({
  page
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const stage = new Stage(page)
  await stage.opens()
  const mark = () => page.evaluate(() => Object(history.state).footbridge as unknown)
  await expect.poll(mark).toEqual(expect.any(Number))
  const entries = await page.evaluate(() => history.length)
  const first = await mark()
  await page.evaluate(() => {
    void window.Footbridge?.close()
    void window.Footbridge?.open()
  })
  // The entry of before has gone, and another has come.
  await expect.poll(async () => [undefined, first].includes(await mark())).toBe(false)
  await expect(stage.panel).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await page.evaluate(() => {
    void window.Footbridge?.close()
    void window.Footbridge?.open()
    void window.Footbridge?.close()
  })
  await expect.poll(mark).toBe(undefined)
  await expect(stage.panel).toBeHidden()
  await stage.launcher.click()
  await expect.poll(mark).toEqual(expect.any(Number))
  await page.goBack()
  await expect(stage.panel).toBeHidden()
})

test('[AC6] the keyboard never covers what is being written', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stage = new Stage(page)
  await stage.opens()
  await expect.poll(() => page.evaluate(() => history.state as unknown)).not.toBeNull()
  await page.evaluate(() => {
    Object.defineProperties(visualViewport, { height: { value: 340 }, offsetTop: { value: 40 } })
    visualViewport?.dispatchEvent(new Event('resize'))
  })
  expect(await stage.panel.boundingBox()).toEqual({ x: 0, y: 40, width: 360, height: 340 })
  const composer = await stage.panel.getByRole('textbox').boundingBox()
  expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(380)
})

test('[AC1] one language is downloaded, and it says in which direction the chat is read', async ({
  page
}) => {
  const loaded: string[] = []
  page.on('request', request => loaded.push(new URL(request.url()).pathname))
  const stage = new Stage(page, { lang: 'ar-EG' })
  await stage.opens()
  await expect(stage.panel).toHaveAttribute('dir', 'rtl')
  await expect(stage.panel).toHaveAttribute('lang', 'ar-EG')
  await expect(stage.panel.getByRole('button', { name: 'إرسال' })).toBeVisible()
  expect(loaded.filter(path => /\/(ar|en|de)-/.test(path))).toEqual([expect.stringContaining('/ar-')])
  const box = await stage.panel.boundingBox()
  expect(box?.x, 'beside the launcher, where the page has it').toBeGreaterThan(640)
})

test('[AC1] a language that does not come is told in English', async ({ page }) => {
  const stage = new Stage(page, { lang: 'de' })
  stage.refusesFiles = /\/assets\/de-/
  await stage.opens()
  await expect(stage.panel.getByRole('button', { name: 'Send' })).toBeVisible()
})

test('[AC7] the keyboard alone opens, reads, follows a link of the third message, and closes', async ({
  page
}) => {
  const stage = new Stage(page)
  await stage.visits()
  await stage.launcher.focus()
  await page.keyboard.press('Enter')
  await expect(stage.panel.getByRole('textbox')).toBeFocused()
  await stage.botSays('One')
  await stage.botSays('Two')
  await stage.botSays('Three: https://example.com/three')
  // The log is one stop of Tab: its newest row, whose links Enter leads to.
  await page.keyboard.press('Shift+Tab')
  await expect(stage.panel.locator('.row:focus')).toContainText('Three')
  await page.keyboard.press('Enter')
  const link = stage.panel.getByRole('link', { name: 'https://example.com/three' })
  await expect(link).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(stage.panel.locator('.row:focus')).toContainText('Three')
  await page.keyboard.press('Escape')
  await expect(stage.panel).toBeHidden()
  await expect(stage.launcher).toBeFocused()
})

test('[AC8] a page says the look of its chat in custom properties', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stage = new Stage(page)
  await stage.opens()
  const look = () =>
    stage.panel.evaluate(panel => {
      const { borderStartStartRadius, width, fontFamily, zIndex } = getComputedStyle(panel)
      return [borderStartStartRadius, width, fontFamily, zIndex]
    })
  await page.addStyleTag({
    content: `footbridge-chat { --footbridge-color: #ffe14d; --footbridge-radius: 4px; --footbridge-width: 420px;
      --footbridge-font: Georgia; --footbridge-z-index: 50 }`
  })
  expect(await look()).toEqual(['4px', '420px', 'Georgia', '50'])
  await expect(stage.launcher).toHaveCSS('background-color', 'rgb(255, 225, 77)')
  await expect(stage.launcher).toHaveCSS('z-index', '50')
})
