import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { Pages } from '../actors/pages.ts'
import { tellsOperators } from '../desk-stage/operators-told.ts'
import { payloads } from '../payloads.ts'
import { expect, test } from '../people.ts'
import { shared, usualSettings } from '../settings.ts'

/** What ran, was asked for elsewhere, or was stopped by the page’s policy, from here on. */
function watch(page: Page, isOurs: (url: URL) => boolean): string[] {
  const caught: string[] = []
  page.on('request', request => {
    if (!isOurs(new URL(request.url()))) caught.push(`asked for ${request.url()}`)
  })
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) caught.push(message.text())
  })
  page.on('dialog', dialog => {
    caught.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  return caught
}

const nothingRan = async (page: Page, caught: readonly string[], where: string) => {
  expect(await page.evaluate(() => 'caught' in globalThis), where).toBe(false)
  const made = page.locator('main :is(script, img, iframe, object, embed, base, style, form[action])')
  expect(await made.count(), where).toBe(0)
  const leads = await page
    .locator('main a')
    .evaluateAll(links => links.map(one => (one instanceof HTMLAnchorElement ? one.origin : '')))
  expect(
    [...new Set(leads)].filter(origin => origin !== new URL(page.url()).origin),
    where
  ).toEqual([])
  expect(caught, where).toEqual([])
}

/** A few of them are drawn at a time: has each of them drawn once. */
async function goesThroughAll(page: Page): Promise<void> {
  const found = page.getByRole('region', { name: 'What was found' })
  const [drawn, scrolled] = [new Set<string>(), found.locator('xpath=ancestor::*[contains(@class, "page")]')]
  await expect(async () => {
    const places = await found
      .getByRole('listitem')
      .evaluateAll(all => all.map(one => one.getAttribute('aria-posinset') ?? ''))
    for (const place of places) drawn.add(place)
    await scrolled.last().evaluate(it => it.scrollBy(0, 500))
    expect(drawn.size).toBe(payloads.length)
  }).toPass({ intervals: [0] })
  await scrolled.last().evaluate(it => it.scrollTo(0, 0))
}

test('[J73] more than 400 payloads in every field of the operators’ pages are text', async ({ otto }) => {
  test.slow()
  const { page } = otto
  await otto.comesAs('otto')
  const caught = watch(page, ({ origin }) => origin === new URL(otto.url).origin)
  await tellsOperators(page, payloads)
  const pages = new Pages(page)
  await pages.goes('Conversations')
  await pages.searches('anything')
  await goesThroughAll(page)
  await nothingRan(page, caught, 'search')
  await page.getByRole('region', { name: 'What was found' }).getByRole('link').first().click()
  await expect(page.locator('.entry-line')).toHaveCount(payloads.length)
  await expect(page.locator('table.steps')).toHaveCount(payloads.length)
  await nothingRan(page, caught, 'timeline')
  await pages.goes('Dead letters')
  await expect(page.locator('li.letter')).toHaveCount(payloads.length)
  // What is above it are buttons for as many destinations.
  await page.getByRole('button', { name: 'Show the call' }).first().dispatchEvent('click')
  await expect(page.locator('.call pre')).toContainText(payloads.at(-1) ?? '')
  await nothingRan(page, caught, 'dead letters')
  await pages.goes('Subscriptions')
  await expect(page.locator('section.platform')).toHaveCount(payloads.length)
  await page.getByRole('button', { name: 'Last deliveries' }).first().dispatchEvent('click')
  await expect(page.locator('li.delivery')).toHaveCount(payloads.length)
  await nothingRan(page, caught, 'subscriptions')
  await pages.goes('Records')
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(payloads.length + 1)
  await expect(page.getByRole('table').last().getByRole('row')).toHaveCount(payloads.length + 1)
  await nothingRan(page, caught, 'records')
  await pages.goes('Health')
  await expect(page.locator('section.platform')).toHaveCount(40)
  await nothingRan(page, caught, 'health')
})

/** As many texts as fit into messages of the usual size. */
function messagesOf(texts: readonly string[]): string[] {
  const messages = ['']
  for (const text of texts) {
    const last = `${messages.at(-1)}${text}\n`
    if (last.length < 3_900) messages.splice(-1, 1, last)
    else messages.push(`${text}\n`)
  }
  return messages
}

/** A field to write in has its own way with what is no letter. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const plenty = { burst: 1_000, perSecond: 1_000 }

test.describe('what is taken along', () => {
  test.use({
    settings: { ...usualSettings, more: `limits: { messages: ${JSON.stringify(plenty)} }` }
  })

  test('[J74] an export with more than 400 payloads is words in a browser, and no formula in a table', async ({
    visitor,
    agent,
    relay,
    page
  }) => {
    await visitor.beginsAChat()
    const messages = messagesOf(payloads)
    for (const text of messages) await visitor.says(text)
    const kept = async () =>
      (await agent.log()).flatMap(({ by, content }) => (by === 'visitor' ? [content?.text ?? ''] : []))
    await expect.poll(async () => (await kept()).length).toBe(messages.length)
    const [talk] = await agent.conversations()
    const take = async (format: string): Promise<Response> =>
      fetch(`${relay.url}/api/v1/visitors/${talk?.id}/export?format=${format}`, {
        headers: { authorization: `Bearer ${shared.apiToken}` }
      })
    const folder = await mkdtemp(join(tmpdir(), 'footbridge-export-'))
    const file = join(folder, 'export.html')
    await writeFile(file, await (await take('html')).text())
    const caught = watch(page, ({ href }) => href === pathToFileURL(file).href)
    await page.goto(pathToFileURL(file).href)
    await expect(page.locator('li')).not.toHaveCount(0)
    expect(await page.evaluate(() => 'caught' in globalThis)).toBe(false)
    expect(await page.locator('script, img, iframe, object, embed, base, a, form, svg').count()).toBe(0)
    const said = await page.locator('li p').allTextContents()
    expect(said).toEqual(expect.arrayContaining(await kept()))
    for (const text of payloads) expect(plain(said.join('\n'))).toContain(plain(text))
    expect(caught).toEqual([])
    await rm(folder, { recursive: true })
    const cells = [...(await (await take('csv')).text()).matchAll(/"((?:[^"]|"")*)"/g)].map(
      ([, cell = '']) => cell
    )
    expect(cells.length).toBeGreaterThan(messages.length)
    expect(cells.filter(cell => /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell))).toEqual([])
    for (const format of ['html', 'csv', 'json', 'text']) {
      const { headers } = await take(format)
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })
})
