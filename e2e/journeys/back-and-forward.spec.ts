import { expect, test } from '../fixtures.ts'

// Playwright turns the cache off, for most tests do not want it.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
})

test('[D16] a page that comes back from the cache goes on where it was', async ({ visitor, relay, bot }) => {
  const { page } = visitor
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }))
  })
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.writes('half a thou')
  await page.evaluate(() => Object.assign(window, { sameLife: true }))

  await page.goto(`${new URL(page.url()).origin}/bare`)
  await expect.poll(() => relay.metric('footbridge_sockets')).toBe(0)
  await bot.says('Said while nobody looked.')
  await page.goBack({ waitUntil: 'commit' })

  expect(
    await page.evaluate(() => [Reflect.get(window, 'persisted'), Reflect.get(window, 'sameLife')])
  ).toEqual([true, true])
  await visitor.isWriting('half a thou')
  await visitor.sees('Said while nobody looked.')
  expect(await relay.metric('footbridge_sockets')).toBe(1)
  await visitor.saysAndIsAnswered('two')
})
