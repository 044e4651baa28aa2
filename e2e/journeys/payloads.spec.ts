import type { Locator, Page } from '@playwright/test'
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

/** Scrolls from the end to the beginning, so that all of it is drawn once, and tells where its links lead. */
async function readsItAll(log: Locator): Promise<Set<string>> {
  const leads = new Set<string>()
  for (let top = false; !top; ) {
    for (const to of await log.getByRole('link').evaluateAll(protocols)) leads.add(to)
    top = await log.evaluate(async one => {
      one.scrollBy(0, -one.clientHeight)
      await new Promise(requestAnimationFrame)
      return one.textContent.includes('The conversation began')
    })
  }
  return leads
}

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
  const leads = await readsItAll(log)
  expect([...leads].sort()).toEqual(['http:', 'https:'])
  expect(await page.locator('img, script[src^=http], iframe, object, embed, base').count()).toBe(0)
  expect(await page.evaluate(() => 'caught' in globalThis)).toBe(false)
  expect(caught).toEqual([])
})

const cardOf = (text: string) => ({
  title: text,
  text,
  image: { url: text, alt: text },
  actions: [
    { kind: 'link' as const, label: text, url: text },
    { kind: 'inert' as const, label: text }
  ]
})

/** What platforms send besides, and what colleagues are called. */
const othersOf = (text: string, index: number): Line[] => [
  { kind: 'message', by: 'bot', content: { kind: 'carousel', text, cards: [cardOf(text)] } },
  { kind: 'message', by: 'bot', content: { kind: 'list', text, cards: [cardOf(text)] } },
  { kind: 'message', by: 'bot', content: { kind: 'location', lat: 0, long: 0, name: text, address: text } },
  {
    kind: 'message',
    by: 'bot',
    content: {
      kind: 'form',
      text,
      fields: [
        { kind: 'select', name: text, label: text, placeholder: text, options: [{ name: text, label: text }] }
      ]
    }
  },
  { kind: 'message', by: 'system', name: text, content: { kind: 'unknown', of: text, text } },
  { kind: 'postback', id: `tap_${index}`, of: 1, action: 0, label: text },
  { kind: 'taken', name: text, on: text }
]

test('[DP18] … as are colleagues’ names, replies that are ready, what platforms send, and why something was refused', async ({
  desk,
  page,
  relay
}) => {
  test.slow()
  await page.setViewportSize({ width: 1_280, height: 6_000 })
  const caught = watch(page, () => new URL(desk.url).origin)
  relay.book.opens({ id: 'cv_all', name: 'All of them', ago: 60_000 }, ...payloads.flatMap(othersOf), {
    kind: 'taken',
    name: 'Anna Berg'
  })
  relay.people = [
    ...relay.people,
    ...payloads.map((shown, index) => ({ name: `p${index}`, shown, state: 'away' as const }))
  ]
  relay.canned = payloads.map((text, index) => ({ shortcut: `p${index}`, text }))
  await desk.begins()
  await desk.answers('All of them')
  const leads = await readsItAll(desk.log('All of them'))
  expect([...leads].filter(to => to !== 'http:' && to !== 'https:')).toEqual([])
  await desk.does('All of them', 'Transfer')
  const people = page.getByRole('dialog').getByRole('listitem')
  await expect(people).toHaveCount(payloads.length + 2)
  await page.keyboard.press('Escape')
  await desk.reply('All of them').fill('/p')
  await expect(
    page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option').first()
  ).toBeVisible()
  const [text = ''] = payloads.filter(one => one.startsWith('<img'))
  const refused = { status: 409, body: { error: 'taken', says: text, by: text } }
  relay.refuses.set('POST /conversations/cv_all/say', refused)
  await desk.reply('All of them').fill('Hello')
  await page.keyboard.press('Enter')
  await expect(desk.log('All of them').getByText('Not sent.')).toBeVisible()
  relay.refuses.set('POST /conversations/cv_mara/take', refused)
  await desk.tab('Queue').click()
  await desk.row('Mara Lindqvist').click()
  await desk.talk('Mara Lindqvist').getByRole('button', { name: 'Take' }).click()
  await expect(page.getByText(text).first()).toBeVisible()
  expect(await page.locator('img, script[src^=http], iframe, object, embed, base').count()).toBe(0)
  expect(await page.evaluate(() => 'caught' in globalThis)).toBe(false)
  expect(caught).toEqual([])
})
