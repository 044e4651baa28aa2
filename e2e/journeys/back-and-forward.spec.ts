import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

// Playwright turns the cache off, for most tests do not want it.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
})

const isBack = (page: Page) => page.evaluate(() => Reflect.get(window, 'persisted') === true)

/** The headless shell has no such cache: there a page stays, and is told what it would be told. */
async function keepsPages(page: Page, origin: string): Promise<boolean> {
  await page.goto(`${origin}/bare`)
  await page.goto(`${origin}/bare?next`)
  await page.goBack({ waitUntil: 'commit' })
  return isBack(page)
}
const isTold = (page: Page, what: 'pagehide' | 'pageshow') =>
  page.evaluate(what => void dispatchEvent(new PageTransitionEvent(what, { persisted: true })), what)

test('[D16] a page that comes back from the cache goes on where it was', async ({
  visitor,
  relay,
  bot,
  website
}) => {
  const { page } = visitor
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }))
  })
  const isKept = await keepsPages(page, website.origin)
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.writes('half a thou')
  await page.evaluate(() => Object.assign(window, { sameLife: true }))

  await (isKept ? page.goto(`${website.origin}/bare`) : isTold(page, 'pagehide'))
  await expect.poll(() => relay.metric('footbridge_sockets')).toBe(0)
  await bot.says('Said while nobody looked.')
  await (isKept ? page.goBack({ waitUntil: 'commit' }) : isTold(page, 'pageshow'))

  expect([await isBack(page), await page.evaluate(() => Reflect.get(window, 'sameLife'))]).toEqual([
    true,
    true
  ])
  await visitor.isWriting('half a thou')
  await visitor.sees('Said while nobody looked.')
  expect(await relay.metric('footbridge_sockets')).toBe(1)
  await visitor.saysAndIsAnswered('two')
})
