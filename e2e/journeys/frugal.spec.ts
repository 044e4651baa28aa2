import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { agent, image, opened } from '../stage/contents.ts'
import { openStage } from '../stage/stage.ts'

const picture = { kind: 'image', url: image('harbour'), alt: 'A harbour', width: 780, height: 410 } as const
const play = {
  entries: [opened, agent('This is Maria.'), { kind: 'message', by: 'bot', content: picture } as const]
}

const savesData = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))

/** All that the page asked for, by its path. */
function follow(page: Page): string[] {
  const paths: string[] = []
  page.on('request', request => paths.push(new URL(request.url()).pathname))
  return paths
}

const panel = (page: Page) => page.getByRole('dialog')
const opensTheChat = (page: Page) => page.getByRole('button', { name: 'Open chat' }).click()

test('[PA19] a browser that saves data: nothing comes by pointing, images wait, portraits are letters', async ({
  page
}) => {
  await savesData(page)
  const paths = follow(page)
  await openStage(page, play)
  const launcher = page.getByRole('button', { name: 'Open chat' })
  await launcher.hover()
  await launcher.focus()
  // Whoever fetches by pointing has asked by now.
  await page.evaluate(() => new Promise(done => setTimeout(done)))
  expect(paths.filter(path => path.startsWith('/assets/'))).toEqual([])

  await opensTheChat(page)
  await expect(panel(page).getByText('This is Maria.')).toBeVisible()
  const show = panel(page).getByRole('button', { name: 'Show the image from stage.example' })
  await expect(show).toBeVisible()
  await expect(panel(page).locator('.face').filter({ hasText: /^ML$/i }).first()).toBeVisible()
  const images = () => paths.filter(path => path.startsWith('/images/'))
  expect(images()).toEqual([])
  await panel(page).getByRole('button', { name: 'More' }).hover()
  await page.evaluate(() => new Promise(done => setTimeout(done)))
  expect(paths.filter(path => path.includes('/more-'))).toEqual([])

  await show.click()
  await expect(panel(page).getByRole('img', { name: 'A harbour' })).toBeVisible()
  expect(images()).toEqual(['/images/harbour.svg'])
  await panel(page).getByRole('button', { name: 'More' }).click()
  await expect(panel(page).getByRole('button', { name: 'Download conversation' })).toBeVisible()
})

test('[PA19] another browser: what is pointed at comes, and images by themselves', async ({ page }) => {
  const paths = follow(page)
  await openStage(page, play)
  await page.getByRole('button', { name: 'Open chat' }).hover()
  await expect.poll(() => paths.some(path => path.startsWith('/assets/chat-'))).toBe(true)
  await opensTheChat(page)
  await expect
    .poll(() => paths.filter(path => path.startsWith('/images/')).sort())
    .toEqual(['/images/harbour.svg', '/images/maria.svg'])
})
