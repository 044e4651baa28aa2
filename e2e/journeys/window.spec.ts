import type { Page } from '@playwright/test'
import { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'
import type { PagePath } from '../website.ts'

/** By the menu: the conversation in a window of its own. */
async function popsOut(visitor: Visitor): Promise<Visitor> {
  await visitor.presses('More')
  const [popup] = await Promise.all([visitor.page.waitForEvent('popup'), visitor.presses('Open in a window')])
  const own = new Visitor(popup, 'nowhere')
  await expect(own.composer).toBeFocused()
  return own
}

const breaches = (page: Page) => page.evaluate(() => Reflect.get(window, 'breaches') ?? [])
const metric = 'footbridge_sockets'

test('[TB19] in the middle of a conversation: the window goes on with it, with the same log and one socket', async ({
  visitor,
  relay,
  bot
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  const own = await popsOut(visitor)
  await own.sees('You said: one')
  await expect(visitor.panel).toBeHidden()
  await expect(own.page).toHaveTitle('Garden help')
  await own.types('two')
  await own.strikes('Enter')
  await own.sees('You said: two')
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('three')
  await own.sees('You said: three')
  for (const there of [visitor, own]) await there.hasSaid('one', 'two', 'three')
  expect(await relay.metric(metric)).toBe(1)
  await bot.hasHeard('one', 'two', 'three')
  expect(own.troubles).toEqual([])
})

for (const path of ['/strict', '/watched', '/pinned'] as const satisfies PagePath[]) {
  test(`[TB19] under the strictest policy: ${path}`, async ({ visitor }) => {
    await visitor.beginsAChat(path)
    const own = await popsOut(visitor)
    await own.saysAndIsAnswered('one')
    expect(await breaches(visitor.page)).toEqual([])
    expect(own.troubles).toEqual([])
  })
}

test('[TB20] the page that opened it goes elsewhere, and goes for good: the window goes on', async ({
  visitor,
  relay
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  const own = await popsOut(visitor)
  await visitor.visits('/rtl')
  await own.saysAndIsAnswered('two')
  await visitor.opensTheChat()
  await visitor.sees('You said: two')
  await visitor.page.close()
  await own.saysAndIsAnswered('three')
  await own.hasSaid('one', 'two', 'three')
  expect(await relay.metric(metric)).toBe(1)
})

test('[TB20] the window is reloaded while its page is there, and closed: nothing is lost', async ({
  visitor
}) => {
  await visitor.beginsAChat()
  const own = await popsOut(visitor)
  await own.saysAndIsAnswered('one')
  await own.reloads()
  await own.sees('You said: one')
  await own.saysAndIsAnswered('two')
  await own.page.close()
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('three')
  await visitor.hasSaid('one', 'two', 'three')
})

test('[TB20] opened again it is the window that is there, from another page of the tab as well', async ({
  visitor
}) => {
  await visitor.beginsAChat()
  const own = await popsOut(visitor)
  await own.writes('half a thought')
  const again = () => visitor.page.evaluate(() => window.Footbridge?.popOut())
  await again()
  await visitor.visits('/rtl')
  await visitor.opensTheChat()
  await again()
  await own.isWriting('half a thought')
  expect(visitor.page.context().pages()).toHaveLength(2)
})

test('[TB21] a browser that opens no window: the panel stays and says so, and the page is told', async ({
  visitor
}) => {
  await visitor.page.addInitScript(() => {
    window.open = () => null
  })
  await visitor.beginsAChat()
  await visitor.presses('More')
  await visitor.presses('Open in a window')
  await visitor.sees('Allow pop-ups for this site and try again.')
  await visitor.presses('Close')
  await visitor.saysAndIsAnswered('one')
  const told = visitor.page.evaluate(() => window.Footbridge?.popOut().catch(String))
  expect(await told).toContain('the browser opens none')
})

test('[TB21] it is not offered on a telephone, in an element, or where nothing is kept', async ({
  browser,
  website,
  visitor
}) => {
  const offered = async (there: Visitor) => {
    await there.presses('More')
    await there.sees('Sound')
    return there.panel.getByRole('button', { name: 'Open in a window' }).count()
  }
  const phone = await browser.newContext({
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true
  })
  const mobile = new Visitor(await phone.newPage(), website.origin)
  await mobile.beginsAChat()
  expect(await offered(mobile)).toBe(0)
  await phone.close()
  await visitor.beginsAChat('/denied')
  expect(await offered(visitor)).toBe(0)
  await visitor.visits()
  await visitor.opensTheChat()
  const own = await popsOut(visitor)
  expect(await offered(own)).toBe(0)
})

test('[TB23] the colour, the theme, the language and what the page says go along', async ({
  visitor,
  agent
}) => {
  await visitor.visits()
  await visitor.page.evaluate(() =>
    window.Footbridge?.set({ locale: 'de', theme: 'dark', page: { basket: 3 } })
  )
  await visitor.page.evaluate(() => {
    document.documentElement.style.setProperty('--footbridge-color', 'rgb(1, 2, 3)')
    void window.Footbridge?.open()
  })
  await expect(visitor.panel).toBeVisible()
  await visitor.presses('Mehr')
  const [popup] = await Promise.all([
    visitor.page.waitForEvent('popup'),
    visitor.presses('In eigenem Fenster öffnen')
  ])
  const own = new Visitor(popup, 'nowhere')
  await expect(own.panel).toHaveAttribute('lang', 'de')
  await expect(own.panel).toHaveCSS('color-scheme', 'dark')
  await expect(popup.locator('html')).toHaveAttribute('lang', 'de')
  const brand = () => own.panel.evaluate(panel => getComputedStyle(panel).getPropertyValue('--brand'))
  expect(await brand()).toBe('rgb(1, 2, 3)')
  await own.page.screenshot({ path: 'test-results/window-dark.png' })
  expect(await agent.log()).not.toEqual([])
})
