import { expect, type Page, test } from '@playwright/test'
import { carousel, opened, says } from '../stage/contents.ts'
import { type PlayName, plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { comesTo } from '../stage/steps.ts'
import { cutOff } from '../states/cut-off.ts'
import { walk } from '../states/focus.ts'
import { Stage } from '../states/stage.ts'

const names = Object.keys(plays) as PlayName[]

async function sets(page: Page, name: PlayName): Promise<void> {
  await openStage(page, plays[name])
  await comesTo(page, name)
}

test.describe('at 400 %', () => {
  // A window of 1,280 by 1,024, four times as large: a quarter of it is left either way.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: 'reduce' } as object)

  for (const name of names) {
    test(`[AC14] enlarged four times nothing is cut off or scrolled in two directions, and all is reached: ${name}`, async ({
      page
    }) => {
      await sets(page, name)
      expect(await cutOff(page)).toEqual([])
      await page.locator('.shut').focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      const hidden = (await walk(page)).filter(({ shown, marked }) => !shown || !marked)
      expect(hidden).toEqual([])
    })
  }

  test('[AC14] … and what is written stays before the eyes', async ({ page }) => {
    const stage = new Stage(page)
    await stage.opens()
    await stage.botSays('Hello! How can I help?')
    const composer = stage.panel.getByRole('textbox')
    await composer.fill('One line\nand another\nand a third\nand a fourth')
    await expect(composer).toBeInViewport({ ratio: 0.9 })
    await expect(stage.panel.locator('.log')).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(stage.panel.getByText('and a fourth').last()).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

for (const name of names) {
  test(`[AC15] with the widest spacing of its text nothing is cut off: ${name}`, async ({ page }) => {
    await sets(page, name)
    await page.locator('footbridge-chat').evaluate(chat => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
        p{margin-block-end:2em!important}`)
      chat.shadowRoot?.adoptedStyleSheets.push(sheet)
    })
    expect(await cutOff(page)).toEqual([])
  })
}

test('[AC16] who wants no motion sees none, whatever happens', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const stage = new Stage(page, { can: { erase: true } })
  await stage.visits()
  const moved = await page.locator('footbridge-chat').evaluateHandle(chat => {
    const names: string[] = []
    for (const kind of ['animationstart', 'transitionrun'])
      chat.shadowRoot?.addEventListener(kind, ({ target }) =>
        names.push(`${kind} ${(target as Element).className}`)
      )
    return names
  })
  await stage.launcher.click()
  await stage.panel.waitFor()
  await stage.botSays('Hello!')
  await stage.visitorSays('Hello.')
  stage.tells({ type: 'typing', by: 'bot', state: 'start' })
  await stage.panel.locator('.dots').waitFor()
  await stage.shows(carousel)
  await stage.panel.locator('.turns button').last().click()
  await stage.panel.locator('.menu-button').click()
  await stage.panel.locator('.menu button').last().click()
  await stage.panel.locator('.question').waitFor()
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const running = await page
    .locator('footbridge-chat')
    .evaluate(chat => chat.shadowRoot?.getAnimations().length)
  expect(running).toBe(0)
  expect(await moved.jsonValue()).toEqual([])
})

test('[Z23] each new message is read aloud once: several at once, and in a long log; never what was there', async ({
  page
}) => {
  const talk = Array.from({ length: 200 }, (_, at) => says(`Line ${at}.`))
  const stage = await openStage(page, { entries: [opened, ...talk] })
  await page.locator('.launcher').click()
  const aloud = page.locator('.panel .aloud')
  await expect(page.getByText('Line 199.')).toBeVisible()
  await expect(aloud).toHaveText('')
  const heard = await aloud.evaluateHandle(place => {
    const said: string[] = []
    new MutationObserver(changes => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        said.push(node.textContent ?? '')
    }).observe(place, { childList: true, subtree: true })
    return said
  })
  const words = Array.from({ length: 8 }, (_, at) => `New ${at}.`)
  stage.adds(...words.slice(0, 6).map(says))
  await expect(aloud).toContainText('New 5.')
  // A second region with the same words would say them a second time.
  expect(await aloud.evaluate(regionsWith, 'New 5.')).toEqual(['aloud hidden'])
  // The rows come and go as the log is scrolled; nobody hears of that.
  await page.locator('.log').evaluate(log => log.scrollTo({ top: 0 }))
  await page.locator('.latest').click()
  await page.locator('.log').evaluate(log => log.scrollTo({ top: 0 }))
  stage.adds(says('New 6.'))
  await expect(aloud).toContainText('New 6.')
  stage.adds(says('New 7.'))
  await expect(aloud).toContainText('New 7.')
  expect(await heard.jsonValue()).toEqual(words.map(text => expect.stringContaining(text)))
})

/** Every region that is read aloud and holds these words: one that says so itself, or by its role. */
function regionsWith(place: Element, words: string): string[] {
  const loud =
    ':is([aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]):not([aria-live=off])'
  const root = place.getRootNode() as ShadowRoot
  return [...root.querySelectorAll(loud)]
    .filter(one => one.textContent?.includes(words))
    .map(({ className }) => className)
}
