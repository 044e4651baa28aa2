import type { Page } from '@playwright/test'
import { Extension } from '../actors/extension.ts'
import { buildExtension, repository } from '../actors/extension-folder.ts'
import { Visitor } from '../actors/visitor.ts'
import { test as base, expect } from '../fixtures.ts'
import { openPlainSite, type PlainSite } from '../plain-site.ts'

const test = base.extend<{ source: string; policy: string; extension: Extension; bakery: PlainSite }>({
  source: [repository, { option: true }],
  policy: ['', { option: true }],
  extension: async ({ source }, use) => {
    const { folder, remove } = await buildExtension(source)
    const extension = await Extension.install(folder)
    await use(extension)
    await extension.close()
    await remove()
  },
  bakery: async ({ policy }, use) => {
    const bakery = await openPlainSite(policy)
    await use(bakery)
    await bakery.close()
  }
})

/** Each builds the extension and starts a browser of its own. */
test.slow()

/** All that a preview could leave on a page. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    names: Object.getOwnPropertyNames(window).filter(name => /footbridge/i.test(name) && name in window),
    kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  }))

test('[M17] an operator previews the chat on a page of another origin, talks in it, and stops: nothing remains', async ({
  extension,
  bakery,
  relay,
  network
}) => {
  const { page } = extension
  await page.goto(bakery.url)
  const before = await traces(page)
  const sockets = watchSockets(page)

  const popup = await extension.opensThePopup()
  await popup.offers('Stop', false)
  const code = await relay.givesAPreviewCode('shop')
  await popup.fillsIn({ relay: `http://127.0.0.1:${network.port}/`, site: 'shop', code })
  await popup.presses('Preview')
  await popup.says('The chat is on the page')
  await popup.isClosed()

  const visitor = new Visitor(page, new URL(bakery.url).origin)
  await visitor.opensTheChat()
  await visitor.seesTheTitle('Garden help')
  await visitor.saysAndIsAnswered('Do you bake?')
  expect(visitor.troubles).toEqual([])
  expect(relay.printed()).not.toContain(code)

  const later = await extension.opensThePopup()
  await later.offers('Stop', true)
  await later.presses('Stop')
  await later.says('The chat is gone')
  await expect.poll(() => traces(page)).toEqual(before)
  await expect.poll(() => sockets.every(one => one.isClosed())).toBe(true)
  expect(sockets.length).toBeGreaterThan(0)
})

function watchSockets(page: Page) {
  const sockets: { isClosed(): boolean }[] = []
  page.on('websocket', socket => sockets.push(socket))
  return sockets
}

test('[M18] what keeps a preview away is said in words, and what was typed is there again', async ({
  extension,
  bakery,
  network
}) => {
  await extension.page.goto(bakery.url)
  const popup = await extension.opensThePopup()
  await popup.fillsIn({ relay: `http://127.0.0.1:${network.port}`, site: 'nobody', code: 'x' })
  await popup.presses('Preview')
  await popup.says('The relay knows no site nobody.')
  await popup.fillsIn({ site: 'shop' })
  await popup.presses('Preview')
  await popup.says('The relay does not take this code')
  await popup.fillsIn({ relay: 'http://127.0.0.1:1' })
  await popup.presses('Preview')
  await popup.says('Nothing answers at http://127.0.0.1:1.')
  await popup.isClosed()

  const again = await extension.opensThePopup()
  expect(await again.reads('site')).toBe('shop')
  expect(await again.reads('relay')).toBe('http://127.0.0.1:1')
})

test.describe('on a page with a strict policy', () => {
  test.use({ policy: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" })

  test('[M18] that it keeps the chat from its relay is told apart from a relay that is away', async ({
    extension,
    bakery,
    relay,
    network
  }) => {
    const { page } = extension
    await page.goto(bakery.url)
    const popup = await extension.opensThePopup()
    const code = await relay.givesAPreviewCode('shop')
    await popup.fillsIn({ relay: `http://127.0.0.1:${network.port}`, site: 'shop', code })
    await popup.presses('Preview')
    await popup.says('The chat is on the page')
    await popup.isClosed()
    await new Visitor(page, bakery.url).opensTheChat()

    const again = await extension.opensThePopup()
    await again.says('This page’s Content-Security-Policy keeps the chat from its relay: connect-src.')
    await again.offers('Stop', true)
  })
})
