import type { Locator } from '@playwright/test'
import type { Pages } from '../actors/pages.ts'
import type { Visitor } from '../actors/visitor.ts'
import type { Subscriber } from '../fakes/subscriber.ts'
import { isOpenToAll } from '../states/open-to-all.ts'
import { expect, test } from '../told.ts'

const patience = { timeout: 20_000 }

test('[OP48] a subscription is disabled after a question, enabled, and told again', async ({
  visitor,
  pages,
  crm
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await expect.poll(() => crm.events.length, patience).toBeGreaterThan(1)
  await pages.goes('Subscriptions')
  const one = page.getByRole('region', { name: 'crm' })
  await expect(one).toContainText('Working')
  await one.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(one).toContainText('an operator disabled it')
  await visitor.saysAndIsAnswered('two')
  await one.getByRole('button', { name: 'Enable' }).click()
  await expect(one).toContainText('Working')
  const calls = crm.calls
  await one.getByRole('button', { name: 'Replay' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByText('Say which conversation')).toBeVisible()
  await page.getByLabel('From', { exact: true }).fill('2026-01-01T00:00')
  await page.getByLabel('To', { exact: true }).fill('2100-01-01T00:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click()
  await pages.says('are told again.')
  await expect.poll(() => crm.calls, patience).toBeGreaterThan(calls)
  await expect
    .poll(() => crm.events.map(({ data }) => data?.['value']), patience)
    .toEqual(expect.arrayContaining(['one', 'two']))
})

const crmOn = ({ page }: Pages): Locator => page.getByRole('region', { name: 'crm' })
const button = (within: Locator, name: string): Locator => within.getByRole('button', { name })
/** What it was told last, once that is shown: a line each, the newest first. */
const lines = ({ page }: Pages): Locator =>
  page.getByRole('list', { name: 'What crm was told last' }).getByRole('listitem')

/** Until what was just asked about is answered with its new secret. */
async function rotates(pages: Pages, overlap: string): Promise<string> {
  const { page } = pages
  await button(crmOn(pages), 'Rotate').click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.getByLabel('The old secret signs along for').selectOption(overlap)
  await button(page.getByRole('dialog'), 'Rotate').click()
  await expect(page.getByRole('dialog', { name: 'The new secret of crm' })).toBeVisible()
  return page.getByLabel('Signing secret').inputValue()
}

/** Says it, and somebody hears of it. */
async function hears(crm: Subscriber, visitor: Visitor, text: string): Promise<void> {
  await visitor.says(text)
  await expect.poll(() => crm.events.map(({ data }) => data?.['value']), patience).toContain(text)
}

test('[J85] whoever has the old or the new secret takes what comes', async ({
  visitor,
  relay,
  pages,
  crm
}) => {
  const { page } = pages
  const old = crm.secret
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await visitor.beginsAChat()
  await pages.goes('Subscriptions')
  const secret = await rotates(pages, 'a day')
  await button(page.getByRole('dialog'), 'Copy').click()
  await expect(page.getByRole('dialog').getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await button(page.getByRole('dialog'), 'Done').click()
  await expect(button(crmOn(pages), 'Rotate')).toBeFocused()
  await expect(crmOn(pages)).toContainText('signs along until')
  await hears(crm, visitor, 'one')
  expect([crm.trusts(old), crm.trusts(secret)]).toEqual([true, true])
  // Whoever keeps the subscriber gives it the new one.
  crm.secret = secret
  await hears(crm, visitor, 'two')
  expect([crm.trusts(old), crm.trusts(secret)]).toEqual([true, true])
  for (const one of [old, secret]) {
    expect(await page.content()).not.toContain(one)
    expect(relay.printed()).not.toContain(one)
  }
})

test('[J85] a secret that leaked signs nothing more, and what was told stands on the page', async ({
  visitor,
  pages,
  crm
}) => {
  const old = crm.secret
  await visitor.beginsAChat()
  await hears(crm, visitor, 'one')
  await pages.goes('Subscriptions')
  crm.secret = await rotates(pages, 'no longer: it has leaked')
  // From the first moment on, whatever the clocks say.
  expect(await pages.page.getByRole('dialog').innerText()).toContain('The old secret signs no more.')
  await button(pages.page.getByRole('dialog'), 'Done').click()
  await hears(crm, visitor, 'two')
  expect([crm.trusts(old), crm.trusts(crm.secret)]).toEqual([false, true])
  await expect(crmOn(pages)).toContainText('Secret rotated')
  await expect(crmOn(pages)).not.toContainText('signs along until')
  await button(crmOn(pages), 'Last deliveries').click()
  await expect(lines(pages).filter({ hasText: /Taken.*204/ })).toHaveCount(3)
})

test('[OP59] the new secret is gone with its sheet, and whoever goes back leaves it', async ({ pages }) => {
  const { page } = pages
  await pages.goes('Health')
  await pages.goes('Subscriptions')
  const secret = await rotates(pages, 'an hour')
  // Beside the sheet.
  await page.mouse.click(2, 2)
  await expect(page.getByLabel('Signing secret')).toHaveValue(secret)
  await page.goBack()
  await expect(pages.title('Health')).toBeFocused()
  await page.goForward()
  await expect(pages.title('Subscriptions')).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.route('**/api/v1/subscriptions/crm/rotate', route =>
    route.fulfill({ status: 409, json: { error: 'tooMany', says: 'five secrets sign already' } })
  )
  await button(crmOn(pages), 'Rotate').click()
  await button(page.getByRole('dialog'), 'Rotate').click()
  await pages.says('That was not done: five secrets sign already.')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('[OP58] what was told last has every call, what waits says until when, and leads to its timeline', async ({
  visitor,
  pages,
  crm
}) => {
  const { page } = pages
  await pages.goes('Subscriptions')
  await button(crmOn(pages), 'Last deliveries').click()
  await expect(page.getByText('It has not been told of anything yet')).toBeVisible()
  await visitor.beginsAChat()
  await expect.poll(() => crm.events.length, patience).toBeGreaterThan(0)
  crm.manner = { answers: 503 }
  await visitor.saysAndIsAnswered('my peonies are pale')
  const told = lines(pages).first()
  await expect(told).toContainText('6 calls · 503', patience)
  await expect(told).toContainText('Waiting')
  await expect(told).toContainText('chat.user.message')
  await button(told, 'chat.user.message').click()
  const rows = told.getByRole('row')
  await expect(rows).toHaveCount(8)
  await expect(rows.nth(1)).toContainText('Queued')
  await expect(rows.nth(7)).toContainText(/Call 6503.*to be tried again: it answered 503/)
  await expect(told).toContainText('The next call is due')
  await expect(lines(pages).last()).toContainText(/Taken.*chat\.create.*204/)
  expect(await crmOn(pages).textContent()).not.toContain('peonies')
  await told.getByRole('link', { name: /its timeline/ }).click()
  await expect(pages.entry('my peonies are pale')).toBeVisible()
})

test('[OP58] what fails says so beside what was known, and what is asked again is there', async ({
  visitor,
  pages,
  crm
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await expect.poll(() => crm.events.length, patience).toBeGreaterThan(0)
  await pages.goes('Subscriptions')
  let answer = () => undefined as void
  const answers = new Promise<void>(resolve => (answer = resolve))
  const path = '**/api/v1/subscriptions/crm/deliveries**'
  await page.route(path, async route => {
    await answers
    await route.continue()
  })
  await button(crmOn(pages), 'Last deliveries').click()
  await expect(crmOn(pages).getByText('Loading…')).toBeVisible()
  answer()
  await expect(lines(pages)).toHaveCount(1)
  await page.unroute(path)
  await page.route(path, route =>
    route.fulfill({ status: 503, json: { error: 'x', says: 'the disk is full' } })
  )
  await page.keyboard.press('r')
  await expect(crmOn(pages).getByRole('alert')).toContainText('the disk is full')
  await expect(lines(pages)).toHaveCount(1)
  await page.unroute(path)
  await button(crmOn(pages), 'Try again').click()
  await expect(crmOn(pages).getByRole('alert')).toHaveCount(0)
  await button(crmOn(pages), 'Hide the last deliveries').click()
  await expect(lines(pages)).toHaveCount(0)
})

test('[OP58] [OP59] what was told last and a new secret, with the keyboard alone', async ({
  visitor,
  pages,
  crm
}) => {
  const { page } = pages
  const { keyboard } = page
  await visitor.beginsAChat()
  await expect.poll(() => crm.events.length, patience).toBeGreaterThan(0)
  await keyboard.press('7')
  await expect(pages.title('Subscriptions')).toBeFocused()
  await expect(crmOn(pages)).toBeVisible()
  await keyboard.press('a')
  await expect(lines(pages)).toHaveCount(1)
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('Enter')
  await expect(lines(pages).first().getByRole('row')).toHaveCount(3)
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /its timeline/ })).toBeFocused()
  await keyboard.press('a')
  await expect(lines(pages)).toHaveCount(0)
  await button(crmOn(pages), 'Rotate').focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copy' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button(crmOn(pages), 'Rotate')).toBeFocused()
})

type Sight = [name: string, go: (pages: Pages) => Promise<unknown>]

const sights: readonly Sight[] = [
  [
    'what was told last',
    async pages => {
      await button(crmOn(pages), 'Last deliveries').click()
      await expect(lines(pages).first()).toContainText('503', patience)
      await button(lines(pages).first(), 'chat.user.message').click()
      await expect(lines(pages).getByRole('row').first()).toBeVisible()
    }
  ],
  [
    'rotating',
    async pages => {
      await button(crmOn(pages), 'Rotate').click()
      await pages.page.getByRole('dialog').waitFor()
    }
  ],
  ['a new secret', pages => rotates(pages, 'a day')]
]

for (const [name, go] of sights)
  for (const width of [1_280, 390])
    test(`[OP50] nothing about a subscription is in anybody's way: ${name}, ${width} px wide`, async ({
      visitor,
      pages,
      crm
    }) => {
      await pages.page.emulateMedia({ reducedMotion: 'reduce' })
      await pages.page.setViewportSize({ width, height: 800 })
      await visitor.beginsAChat()
      await expect.poll(() => crm.events.length, patience).toBeGreaterThan(0)
      crm.manner = { answers: 503 }
      await visitor.saysAndIsAnswered('my peonies are pale')
      await pages.goes('Subscriptions')
      await go(pages)
      await isOpenToAll(pages.page)
    })
