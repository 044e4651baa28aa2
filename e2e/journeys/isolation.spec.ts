import type { Page } from '@playwright/test'
import { notices } from '../actors/notices.ts'
import type { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'
import { sabotages } from '../isolation/sabotages.ts'

const kinds = [
  ['cards', 'For busy sites. Nothing is lost on the way over.'],
  ['list', 'It comes before the second.'],
  ['buttons', 'Buttons stay where they are.'],
  ['picture', 'A picture, drawn just for you.'],
  ['terms', 'The small print.'],
  ['map', 'Sydney Harbour Bridge'],
  ['form', 'How can we reach you?'],
  ['hologram', 'This would be a hologram, if you could see one.']
] as const

const breaches = (page: Page) => page.evaluate(() => Reflect.get(window, 'breaches') as string[])

async function isShownEveryKind(visitor: Visitor): Promise<void> {
  for (const [word, shown] of kinds) {
    await visitor.says(word)
    await visitor.sees(shown)
  }
}

/** The page's script tag once more, as a program of the page would put it there. */
async function isGivenTheTag(page: Page, relay: string, place: 'head' | 'body' = 'body'): Promise<void> {
  await page.evaluate(
    ([src, place]) =>
      new Promise(done => {
        const script = Object.assign(document.createElement('script'), { src, onload: done })
        script.dataset['site'] = 'shop'
        document[place as 'head' | 'body'].append(script)
      }),
    [`${relay}/widget.js`, place] as const
  )
}

test('[DI1] the strictest policy is not breached, whatever the visitor is shown', async ({ visitor }) => {
  await visitor.beginsAChat('/watched')
  await isShownEveryKind(visitor)
  await visitor.says('**bold** and `code`')
  await visitor.sees('You said: bold and code')
  await visitor.fillsIn({ 'Your name': 'Ada', 'Your email': 'ada@example.com', About: 'Sales' })
  await visitor.presses('Submit')
  await visitor.sees(notices.answered)
  await visitor.says('picture')
  await visitor.page.getByRole('img', { name: 'A drawing of the word harbour' }).last().click()
  await expect(visitor.page.locator('dialog[open]')).toBeVisible()
  await visitor.strikes('Escape')
  await visitor.closesTheChat()
  expect(await breaches(visitor.page)).toEqual([])
})

test('[DI2] the pinned script chats under the same policy', async ({ visitor }) => {
  await visitor.beginsAChat('/pinned')
  await visitor.saysAndIsAnswered('one')
  expect(await breaches(visitor.page)).toEqual([])
})

/** Everything that can be known of the look of the page's own elements, and of the names in it. */
function selfOf(page: Page): Promise<{ styles: string[]; names: string[] }> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('html, head, body, body *')]
    const styles = all.map(one => {
      const style = getComputedStyle(one)
      return `${one.localName} ${Array.from(style, name => `${name}:${style.getPropertyValue(name)}`).join(';')}`
    })
    const shared = [
      window,
      document,
      Object.prototype,
      Array.prototype,
      String.prototype,
      EventTarget.prototype
    ]
    return { styles, names: shared.flatMap(one => Object.getOwnPropertyNames(one)) }
  })
}

test('[DI4] the widget changes nothing of the page but its own name', async ({
  visitor,
  website,
  network
}) => {
  const { page } = visitor
  await page.goto(`${website.origin}/bare`)
  await page.evaluate(() => {
    for (const name of ['button', 'textarea', 'div', 'svg', 'p', 'section', 'dialog', 'i', 'b'])
      document.body.append(document.createElement(name), name)
  })
  const clip = { x: 0, y: 0, width: 500, height: 700 }
  const before = await selfOf(page)
  const picture = await page.screenshot({ clip })
  await isGivenTheTag(page, `http://127.0.0.1:${network.port}`)
  await visitor.opensTheChat()
  await isShownEveryKind(visitor)
  await page.evaluate(() => document.querySelector('script')?.remove())
  const after = await selfOf(page)
  expect(after.styles).toEqual(before.styles)
  expect(after.names.filter(name => !before.names.includes(name))).toEqual(['Footbridge'])
  expect((await page.screenshot({ clip })).equals(picture)).toBe(true)
})

for (const [what, sabotage] of Object.entries(sabotages)) {
  test(`[DI5] works: ${what}`, async ({ visitor, website }) => {
    const { page } = visitor
    await page.addInitScript(sabotage)
    const loaded = page.waitForEvent('load')
    await page.goto(website.origin)
    await loaded
    await visitor.opensTheChat()
    await visitor.saysAndIsAnswered('one')
    await visitor.reloads()
    await visitor.opensTheChatAgain()
    await visitor.saysAndIsAnswered('again')
  })
}

test('[DI6] twice and late is one launcher', async ({ visitor, website, network }) => {
  const { page } = visitor
  const address = `http://127.0.0.1:${network.port}`
  await page.goto(`${website.origin}/bare`)
  expect(await page.evaluate(() => document.readyState)).toBe('complete')
  await isGivenTheTag(page, address, 'head')
  await isGivenTheTag(page, address)
  await visitor.opensTheChat()
  await isGivenTheTag(page, address)
  await visitor.saysAndIsAnswered('one')
  await expect(page.locator('footbridge-chat')).toHaveCount(1)
})
