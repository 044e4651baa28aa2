import { createHmac } from 'node:crypto'
import { expect, test } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

const key = 'a-key-that-the-website-and-the-relay-share'

/** What the website's server signs. */
function identityOf(sub: string): string {
  const now = Math.floor(Date.now() / 1_000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub, aud: 'shop', iat: now - 300, exp: now + 600 })}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

test.use({
  settings: { ...usualSettings, shop: `    identity: { algorithm: HS256, keys: ["${key}"] }` }
})

test('[D19] who signs out while the chat still asks who they are is nobody known once it is there', async ({
  visitor
}) => {
  const { page } = visitor
  await visitor.visits()
  await page.evaluate(jwt => void window.Footbridge?.identify(jwt), identityOf('anna'))
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('I am Anna')
  await visitor.reloads()
  await page.evaluate(jwt => {
    const asked = new Promise<string>(done => Object.assign(window, { tell: () => done(jwt) }))
    void window.Footbridge?.identify(() => asked)
    void window.Footbridge?.open()
  }, identityOf('anna'))
  await expect(page.locator('.open')).toHaveCount(1)
  await page.evaluate(async () => {
    await window.Footbridge?.logout()
    Reflect.get(window, 'tell')()
  })
  await visitor.saysAndIsAnswered('nobody known')
  await visitor.hasSaid('nobody known')
})

test('[D19] what a page is slow to say of one visitor is not said of the next', async ({ visitor }) => {
  const { page } = visitor
  await visitor.beginsAChat()
  await page.evaluate(async jwt => {
    let tell = () => {}
    const asked = new Promise<string>(done => {
      tell = () => done(jwt)
    })
    const first = window.Footbridge?.identify(() => asked)
    // By then the page has been asked.
    await window.Footbridge?.prefill('')
    await window.Footbridge?.logout()
    tell()
    await first
  }, identityOf('anna'))
  await visitor.saysAndIsAnswered('nobody known')
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.hasSaid('nobody known')
})

test('[D19] whom the website names finds their draft after a reload', async ({ visitor }) => {
  const { page } = visitor
  await visitor.visits()
  const names = () => page.evaluate(jwt => void window.Footbridge?.identify(jwt), identityOf('anna'))
  await names()
  await visitor.opensTheChat()
  await visitor.writes('half a sentence')
  await visitor.reloads()
  await names()
  await visitor.opensTheChatAgain()
  await visitor.isWriting('half a sentence')
})

test('[D6] what is destroyed while it opens, or commanded after that, does not come back', async ({
  visitor,
  inspector
}) => {
  const { page } = visitor
  await visitor.visits()
  const answers = await page.evaluate(async () => {
    await window.Footbridge?.show()
    const held = window.Footbridge
    const opened = held?.open()
    await held?.destroy()
    if (!held || !opened) return []
    const late = [opened, held.open(), held.set({ theme: 'dark' }), held.hide(), held.close()]
    return (await Promise.allSettled(late)).map(({ status }) => status)
  })
  expect(answers).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled', 'fulfilled'])
  await expect(page.locator('footbridge-chat')).toHaveCount(0)
  expect(await inspector.traces()).toEqual([])
})

test('[D22] a launcher whose chat did not load says so, until it does', async ({ visitor }) => {
  const { page } = visitor
  await visitor.visits()
  await page.route(/assets\/chat-/, route => route.abort())
  await visitor.launcher.click()
  const broken = page.getByRole('button', { name: 'The chat did not load. Try again.' })
  await expect(broken).toBeVisible()
  await page.unroute(/assets\/chat-/)
  await broken.click()
  await expect(visitor.panel).toBeVisible()
  await expect(page.locator('.launcher')).not.toContainText('did not load')
})

test('[D12] a page that listens only once the chat is opening misses nothing, and late `ready` is told', async ({
  visitor
}) => {
  const { page } = visitor
  await visitor.visits()
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    void window.Footbridge?.open()
    window.Footbridge?.on('message', ({ from, text }) => heard.push(`${from}: ${text}`))
  })
  await expect(visitor.panel).toBeVisible()
  await page.evaluate(() => new Promise<void>(done => window.Footbridge?.on('ready', () => done())))
  await visitor.saysAndIsAnswered('one')
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(
    expect.arrayContaining(['visitor: one', 'bot: You said: one'])
  )
})

test('[D21] what is hidden can be opened: the panel is there, and the launcher stays away', async ({
  visitor
}) => {
  const { page } = visitor
  await visitor.visits()
  await page.evaluate(() => window.Footbridge?.hide())
  await expect(page.locator('.launcher')).toBeHidden()
  await page.evaluate(() => window.Footbridge?.open())
  await expect(visitor.panel).toBeVisible()
})
