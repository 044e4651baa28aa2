import type { Page } from '@playwright/test'
import type { Line } from '../desk-stage/book.ts'
import { expect, test } from '../desk-stage/stage.ts'
import { payloads } from '../payloads.ts'

/** What of others ran, was asked for or stopped by the page's policy, from here on. */
function watch(page: Page, origin: () => string): readonly string[] {
  const caught: string[] = []
  page.on('request', request => {
    if (new URL(request.url()).origin !== origin()) caught.push(`asked for ${request.url()}`)
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

const protocols = (links: Element[]) =>
  links.map(one => (one instanceof HTMLAnchorElement ? one.protocol : ''))

const entriesOf = (text: string, index: number): Line[] => [
  { kind: 'message', by: 'visitor', id: `id_${index}`, content: { kind: 'text', text } },
  {
    kind: 'message',
    by: 'bot',
    name: text,
    content: { kind: 'text', text, actions: [{ kind: 'reply', label: text }] }
  },
  { kind: 'message', by: 'bot', content: { kind: 'image', url: text, alt: text } },
  { kind: 'message', by: 'agent', name: text, content: { kind: 'file', url: text, name: text } },
  { kind: 'page', page: { url: text, title: text, data: { [text]: text } } },
  { kind: 'named', named: { name: text, email: text } },
  { kind: 'note', id: `note_${index}`, by: text, text },
  { kind: 'handback', why: 'agent', metadata: { [text]: text, list: [text] } },
  { kind: 'rated', score: 1, text }
]

test('[DP18] more than 400 payloads in every field that the desk shows are text', async ({
  desk,
  page,
  relay
}) => {
  test.slow()
  expect(new Set(payloads).size).toBeGreaterThan(400)
  // As much at once as can be: all of it is to be drawn.
  await page.setViewportSize({ width: 1_280, height: 6_000 })
  const caught = watch(page, () => new URL(desk.url).origin)
  relay.book.opens(
    { id: 'cv_all', name: 'All of them', ago: 60_000 },
    ...payloads.flatMap(entriesOf),
    { kind: 'named', named: { name: 'All of them' } },
    { kind: 'taken', name: 'Anna Berg' }
  )
  for (const [index, text] of payloads.entries())
    relay.book.opens(
      { id: `cv_p${index}`, name: text, site: text, page: text, ago: 120_000 + index },
      { kind: 'handover', metadata: { reason: text }, until: Date.now() + 600_000 }
    )
  await desk.begins()
  const rows = page.getByRole('navigation').getByRole('option')
  const list = page.locator('.scroller')
  for (let bottom = false; !bottom; ) {
    await expect(rows.first()).toBeVisible()
    bottom = await list.evaluate(one => {
      one.scrollBy(0, one.clientHeight)
      return one.scrollTop + one.clientHeight >= one.scrollHeight - 1
    })
  }
  await rows.last().click()
  await page.keyboard.press('a')
  await desk.tab('Mine').click()
  await desk.row('All of them').click()
  const log = desk.log('All of them')
  await expect(log.locator('li.entry').first()).toBeVisible()
  const leads = new Set<string>()
  for (let top = false; !top; ) {
    for (const to of await log.getByRole('link').evaluateAll(protocols)) leads.add(to)
    top = await log.evaluate(async one => {
      one.scrollBy(0, -one.clientHeight)
      await new Promise(requestAnimationFrame)
      return one.textContent.includes('The conversation began')
    })
  }
  expect([...leads].sort()).toEqual(['http:', 'https:'])
  expect(await page.locator('img, script[src^=http], iframe, object, embed, base').count()).toBe(0)
  expect(await page.evaluate(() => 'caught' in globalThis)).toBe(false)
  expect(caught).toEqual([])
})
