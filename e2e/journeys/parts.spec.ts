import { basename } from 'node:path'
import { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'
import { plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { button, watch } from '../stage/watch.ts'

test('[PA23] a widget of which each file fails once is whole in the end', async ({ page }) => {
  await openStage(page, { ...plays.menu, entries: plays.failed.entries })
  const failed = new Set<string>()
  await page.route(/assets\//, route => {
    const file = basename(new URL(route.request().url()).pathname)
    if (failed.has(file)) return route.fallback()
    failed.add(file)
    return route.abort()
  })
  const { panel } = new Visitor(page, 'https://stage.example')
  await expect(async () => {
    await page.locator('.launcher').click()
    await expect(panel).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(panel.getByText('Not delivered')).toBeVisible({ timeout: 20_000 })
  await button(page, 'More').click()
  await expect(button(page, 'Start over')).toBeVisible({ timeout: 20_000 })
  expect([...failed].map(name => name.slice(0, -'-12345678.js'.length))).toEqual(
    expect.arrayContaining(['core', 'chat', 'en', 'rest-en', 'later', 'more'])
  )
})

test('[Z22] arrows lead into the rows also from a log that was clicked on', async ({ page }) => {
  const { panel } = await watch(page, plays.markup)
  const log = panel.getByRole('log')
  const newest = log.locator('.row').last()
  await expect(async () => {
    await button(page, 'More').hover()
    await newest.hover()
    // It comes with the part that knows arrows.
    await expect(newest.locator('.copy')).toBeVisible({ timeout: 500 })
  }).toPass()
  const { height = 0 } = (await log.boundingBox()) ?? {}
  await log.click({ position: { x: 8, y: height - 8 } })
  await expect(log).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(newest).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(newest).not.toBeFocused()
})
