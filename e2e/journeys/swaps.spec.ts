import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { swaps } from '../isolation/swaps.ts'

const host = (page: Page) => page.locator('footbridge-chat')

/** Another page of the same website, with the script tag again. */
const nextOf = (page: Page, path: string) =>
  page.evaluate(
    path => ({
      path,
      html: `<!doctype html><html lang="en" class="next"><head><title>${path}</title><meta name="next" content="1"></head>
<body><h1>${path}</h1>${document.querySelector('script')?.outerHTML}</body></html>`
    }),
    path
  )

for (const [what, swap] of Object.entries(swaps)) {
  test(`[D14] the chat goes on where it was: ${what}`, async ({ visitor }) => {
    const { page } = visitor
    const becomes = async (path: string) => {
      await page.evaluate(swap, await nextOf(page, path))
      await expect(page.getByRole('heading', { name: path })).toBeVisible()
      await expect(host(page)).toHaveCount(1)
    }
    const sockets: string[] = []
    page.on('websocket', socket => sockets.push(socket.url()))

    await visitor.visits()
    await host(page).evaluate(one => Object.assign(window, { first: one }))
    await becomes('/closed')
    await expect(visitor.launcher).toBeVisible()
    await becomes('/closed-again')

    await visitor.opensTheChat()
    await visitor.writes('half a thou')
    await becomes('/with-a-draft')
    await expect(visitor.panel).toBeVisible()
    await visitor.isWriting('half a thou')

    await visitor.saysAndIsAnswered('one')
    for (const text of ['two', 'three', 'four', 'five', 'six']) await visitor.saysAndIsAnswered(text)
    await becomes('/talking')
    await visitor.seesTheEnd()
    await visitor.saysAndIsAnswered('seven')
    await visitor.closesTheChat()
    await becomes('/closed-by-the-visitor')
    await expect(visitor.launcher).toBeVisible()
    expect(sockets).toHaveLength(1)
    expect(await host(page).evaluate(one => one === Reflect.get(window, 'first'))).toBe(true)
  })
}

test('[D15] a page that will not have it keeps the last word, and goes on', async ({ visitor }) => {
  const { page } = visitor
  await visitor.visits()
  await page.evaluate(() => {
    const remove = () => document.querySelector('footbridge-chat')?.remove()
    new MutationObserver(remove).observe(document.documentElement, { childList: true })
    remove()
  })
  await expect(host(page)).toHaveCount(0)
  expect(await page.evaluate(() => document.title)).toBe('The shop')
})

test('[D14] what was destroyed does not come back with the next page', async ({ visitor }) => {
  const { page } = visitor
  await visitor.visits()
  await page.evaluate(() => window.Footbridge?.destroy())
  await expect(host(page)).toHaveCount(0)
  await page.evaluate(() => {
    document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'))
    history.pushState(null, '', '/other')
  })
  expect(await page.evaluate(() => document.querySelectorAll('footbridge-chat').length)).toBe(0)
})

test('[D14] a widget that fills an element is in the next page’s', async ({ visitor, website, network }) => {
  const { page } = visitor
  const tag = `<script async src="http://127.0.0.1:${network.port}/widget.js" data-site="shop" data-target="#help"></script>`
  const body = (text: string) => `<body><p>${text}</p><div id="help" style="height:500px"></div>${tag}`
  const becomes = async (html: string, path: string) => {
    const swap = swaps['Turbo puts another body']
    if (swap) await page.evaluate(swap, { html, path })
  }
  await page.goto(`${website.origin}/bare`)
  await becomes(body('one'), '/help')
  await visitor.saysAndIsAnswered('inline')
  await visitor.writes('half a thou')
  await becomes('<body><p>No help here.', '/')
  await expect(visitor.panel).toHaveCount(0)
  await becomes(body('two'), '/more-help')
  await expect(page.getByText('two', { exact: true })).toBeVisible()
  await visitor.isWriting('half a thou')
  // It opens by growing a little.
  await expect.poll(() => visitor.panel.boundingBox()).toEqual(await page.locator('#help').boundingBox())
  await visitor.hasSaid('inline')
})
