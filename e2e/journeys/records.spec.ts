import { readFile } from 'node:fs/promises'
import { Pages } from '../actors/pages.ts'
import { test as base, expect, staffed } from '../people.ts'
import { isOpenToAll } from '../states/open-to-all.ts'

const patience = { timeout: 20_000 }

/** Otto runs the relay of a shop that keeps nothing for ever. */
const test = base.extend<{ pages: Pages }>({
  settings: { ...staffed, shop: '    retentionDays: 30' },
  pages: async ({ otto }, use) => {
    await otto.comesAs('otto')
    await use(new Pages(otto.page))
  }
})

test('[OP70] the audit log says who did what to which conversation, and leads there', async ({
  visitor,
  anna,
  pages
}) => {
  await visitor.beginsAChat()
  await visitor.says('agent')
  await anna.comesAs('anna')
  await anna.takes(await anna.isAskedFor())
  await pages.goes('Records')
  const log = pages.page.getByRole('region', { name: 'Audit log' })
  const row = (...texts: string[]) =>
    texts.reduce((rows, hasText) => rows.filter({ hasText }), log.getByRole('row'))
  await expect(row('otto', 'Signed in', 'Done')).toHaveCount(1)
  await expect(row('anna', 'Signed in', 'Done')).toHaveCount(1)
  await expect(row('anna', 'Took a conversation', 'Done')).toHaveCount(1)
  await row('anna', 'Took a conversation').getByRole('link').click()
  await expect(pages.entry('An agent took it')).toBeVisible()
})

test('[OP71] how long sites keep what was said, and how far the erasing is, is told site by site', async ({
  pages
}) => {
  await pages.goes('Records')
  const row = pages.page.getByRole('table').first().getByRole('row').filter({ hasText: 'shop' })
  await expect(row).toContainText('30 days')
  await expect(row).toContainText('Finished', patience)
})

test('[OP72] [OP73] a visitor’s data is taken along, and erased after a question', async ({
  visitor,
  pages
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('my peonies are private')
  await pages.goes('Conversations')
  await pages.follows('peonies')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('link', { name: /^JSON/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.json$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('my peonies are private')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()

  await page.getByRole('button', { name: 'Erase' }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pages.entry('my peonies are private')).toBeVisible()
  await page.getByRole('button', { name: 'Erase' }).click()
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await pages.says('The visitor’s conversation was erased.')
  await expect(pages.entry('Everything before was erased')).toBeVisible(patience)
  await expect(page.getByText('peonies')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^(Export|Erase)/ })).toHaveCount(0)
  await pages.goes('Conversations')
  await pages.searches('peonies')
  await expect(page.getByText('Nothing was found.')).toBeVisible()
  await pages.goes('Records')
  for (const did of ['Exported a visitor’s data', 'Erased a visitor'])
    await expect(page.getByRole('row').filter({ hasText: did })).toContainText('Done')
})

type Sight = [name: string, go: (pages: Pages) => Promise<unknown>]

const asks = (what: string) => async (pages: Pages) => {
  await pages.goes('Conversations')
  await pages.follows('lilies')
  await pages.page.getByRole('button', { name: what }).click()
  await pages.page.getByRole('dialog').waitFor()
}
const sights: readonly Sight[] = [
  [
    'records',
    async pages => {
      await pages.goes('Records')
      await pages.page.getByRole('row').filter({ hasText: 'Signed in' }).waitFor()
    }
  ],
  ['an export', asks('Export')],
  ['an erasure', asks('Erase')]
]

for (const [name, go] of sights)
  for (const width of [1_280, 390])
    test(`[OP50] nothing on the operators' pages is in anybody's way: ${name}, ${width} px wide`, async ({
      visitor,
      pages
    }) => {
      await pages.page.emulateMedia({ reducedMotion: 'reduce' })
      await pages.page.setViewportSize({ width, height: 800 })
      await visitor.beginsAChat()
      await visitor.saysAndIsAnswered('my lilies are late')
      await go(pages)
      await isOpenToAll(pages.page)
    })
