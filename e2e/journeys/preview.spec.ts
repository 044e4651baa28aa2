import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildExtension, repository } from '../actors/extension-folder.ts'
import { Visitor } from '../actors/visitor.ts'
import { test as base, expect } from '../fixtures.ts'
import { openPlainSite, type PlainSite } from '../plain-site.ts'

/** What the extension puts on a page, in any browser: its popup and its permissions need one that has extensions. */
const test = base.extend<{ source: string; policy: string; script: string; bakery: PlainSite }>({
  source: [repository, { option: true }],
  policy: ['', { option: true }],
  script: async ({ source }, use) => {
    const { folder, remove } = await buildExtension(source)
    await use(await readFile(join(folder, 'preview.js'), 'utf8'))
    await remove()
  },
  bakery: async ({ policy }, use) => {
    const bakery = await openPlainSite(policy)
    await use(bakery)
    await bakery.close()
  }
})

async function isPreviewed(page: Page, relay: string, code: string, more: object = {}): Promise<void> {
  await page.evaluate(
    async ([relay, code, more]) => {
      const early = { site: 'shop', ...more } as never
      await globalThis.footbridgePreview?.start({
        src: `${relay}/widget.js`,
        site: 'shop',
        preview: code,
        early
      })
    },
    [relay, code, more] as const
  )
}

test('[M17] what the extension puts on a page has everything with it: chat, commands, languages, consent, greetings', async ({
  page,
  script,
  bakery,
  relay,
  network
}) => {
  const address = `http://127.0.0.1:${network.port}`
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(bakery.url)
  await page.evaluate(script)
  const early = { consent: { text: 'May we?' }, greetings: [{ id: 'hello', text: 'Fresh bread?' }] }
  await isPreviewed(page, address, await relay.givesAPreviewCode('shop'), early)
  const visitor = new Visitor(page, bakery.url)
  await page.getByRole('button', { name: 'Fresh bread?' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Agree' }).click()
  await visitor.saysAndIsAnswered('Do you bake?')
  await page.evaluate(() => globalThis.footbridgePreview?.stop())
  await expect(page.locator('footbridge-chat')).toHaveCount(0)
  expect(asked.filter(url => url.startsWith(address))).toEqual([])
  expect(visitor.troubles).toEqual([])
})

test('[M17] what the extension puts on a page holds no more than a widget needs', ({ script }) => {
  expect(script.length).toBeLessThan(300_000)
  expect(script).not.toMatch(/vitest|fast-check|ZodError|import\.meta|import\(/)
})
