import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

const key = 'a-key-that-the-website-and-the-relay-share'

/** What the website's server signs: so many seconds it holds from now on. */
function identityOf(sub: string, seconds = 600): string {
  const now = Math.floor(Date.now() / 1_000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub, aud: 'shop', iat: now - 300, exp: now + seconds })}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

const identify = (page: Page, jwt: string) => page.evaluate(jwt => window.Footbridge?.identify(jwt), jwt)

test.use({
  settings: {
    ...usualSettings,
    shop: `    identity: { algorithm: HS256, keys: ["${key}"] }`,
    sites: origin =>
      `  help:\n    title: The other\n    origins: ["${origin}"]\n    bot: support\n    start: { restart: true }`
  }
})

test('[D18] starting over ends the conversation and begins another', async ({ visitor, agent }) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.page.evaluate(() => window.Footbridge?.startOver())
  await visitor.doesNotSee('You said: one')
  await visitor.saysAndIsAnswered('two')
  await visitor.hasSaid('two')
  expect((await agent.conversations()).map(({ phase }) => phase).sort()).toEqual(['bot', 'closed'])
})

test('[D18] erasing leaves nothing, here or there, and the visitor begins as somebody new', async ({
  visitor,
  inspector,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  const [before] = await agent.conversations()
  const token = () => visitor.page.evaluate(() => localStorage.getItem('footbridge:shop'))
  const first = await token()
  await visitor.page.evaluate(() => window.Footbridge?.erase())
  await agent.findsErased(before?.id ?? '')
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.saysAndIsAnswered('two')
  await visitor.hasSaid('two')
  expect(await token()).not.toBe(first)
  expect((await inspector.storedNames()).join()).not.toContain('unsent')
})

test('[D19] another person closes the socket, sees nothing of the one before, and has their own', async ({
  visitor
}) => {
  const { page } = visitor
  await visitor.visits()
  await identify(page, identityOf('anna'))
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('I am Anna')
  await visitor.writes('a secret of Anna')
  const closed: string[] = []
  page.on('websocket', socket => socket.on('close', () => closed.push('close')))

  await identify(page, identityOf('bert'))
  await visitor.doesNotSee('I am Anna')
  await visitor.isWriting('')
  await visitor.saysAndIsAnswered('I am Bert')
  await visitor.hasSaid('I am Bert')

  await identify(page, identityOf('anna'))
  await visitor.hasSaid('I am Anna')
  await visitor.doesNotSee('I am Bert')
  expect(closed.length).toBeGreaterThan(0)
})

test('[D19] what was filled in and not sent, and what lay over the conversation, goes with its visitor', async ({
  visitor
}) => {
  const { page } = visitor
  await visitor.visits()
  await identify(page, identityOf('anna'))
  await visitor.opensTheChat()
  await visitor.says('form')
  await visitor.fillsIn({ 'Your name': 'Anna' })
  await visitor.presses('More')
  await visitor.presses('Earlier conversations')
  await expect(page.getByRole('dialog', { name: 'Earlier conversations' })).toBeVisible()

  await identify(page, identityOf('bert'))
  await expect(page.getByRole('dialog', { name: 'Earlier conversations' })).toHaveCount(0)
  await visitor.says('form')
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('')
})

test('[D19] who signs out leaves nothing in this browser', async ({ visitor, inspector }) => {
  const { page } = visitor
  await visitor.visits()
  await identify(page, identityOf('anna'))
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('I am Anna')
  await visitor.writes('a secret of Anna')
  await page.evaluate(() => window.Footbridge?.logout())
  await visitor.doesNotSee('I am Anna')
  await visitor.isWriting('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/Anna|anna/)
  await visitor.saysAndIsAnswered('nobody known')
  await visitor.hasSaid('nobody known')
  await page.evaluate(() => window.Footbridge?.logout())
  await page.evaluate(() => window.Footbridge?.destroy())
  expect((await inspector.storedNames()).filter(name => /anna|:as:/.test(name))).toEqual([])
})

test('[D17] an identity that has run out is asked for once, and nothing that was said is lost', async ({
  visitor
}) => {
  const { page } = visitor
  const given = [identityOf('anna', -120), identityOf('anna')]
  await visitor.visits()
  await page.evaluate(given => {
    const asked: number[] = []
    Object.assign(window, { asked })
    void window.Footbridge?.identify(() => {
      asked.push(asked.length)
      return given[Math.min(asked.length, given.length) - 1] ?? ''
    })
  }, given)
  await visitor.opensTheChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.hasSaid('one')
  expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toEqual([0, 1])
})

test('[D20] several on one page are each their own: two sites, one with a launcher and one in its place', async ({
  visitor,
  network
}) => {
  const { page } = visitor
  await visitor.visits()
  const src = `http://127.0.0.1:${network.port}/widget.js`
  await page.evaluate(src => {
    const place = Object.assign(document.createElement('div'), { id: 'help' })
    place.style.cssText = 'width:400px;height:500px'
    document.querySelector('main')?.append(place)
    const script = Object.assign(document.createElement('script'), { src })
    Object.assign(script.dataset, { site: 'help', target: '#help' })
    document.body.append(script)
  }, src)
  const inline = page.locator('#help')
  const corner = page.locator('html > footbridge-chat')
  await visitor.launcher.click()
  const say = async (where: typeof inline, text: string) => {
    await where.getByRole('textbox', { name: 'Message' }).fill(text)
    await where.getByRole('button', { name: 'Send' }).click()
    await expect(where.getByText(`You said: ${text}`).first()).toBeVisible()
  }
  await say(inline, 'inside')
  await say(corner, 'in the corner')
  await expect(inline.locator('.mine .text')).toHaveText(['inside'])
  await expect(corner.locator('.mine .text')).toHaveText(['in the corner'])
  const sites = () => page.evaluate(() => window.Footbridge?.instances.map(({ site }) => site))
  expect([...((await sites()) ?? [])].sort()).toEqual(['help', 'shop'])

  await page.evaluate(() => window.Footbridge?.instances.find(({ site }) => site === 'shop')?.destroy())
  await expect(corner).toHaveCount(0)
  await say(inline, 'still here')
  expect(await sites()).toEqual(['help'])
})
