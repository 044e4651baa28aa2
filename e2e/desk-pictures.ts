import { mkdir } from 'node:fs/promises'
import { DeskRelay } from './desk-stage/relay.ts'
import { aMorning } from './desk-stage/scenes.ts'
import { DeskPage } from './desk-stage/stage.ts'
import { openBrowser } from './open-browser.ts'

/** Draws the agents' desk as the guide shows it, in light and in dark. */
const folder = new URL('../docs/pictures/', import.meta.url).pathname
await mkdir(folder, { recursive: true })
const browser = await openBrowser()
for (const colorScheme of ['light', 'dark'] as const) {
  const relay = new DeskRelay()
  aMorning(relay)
  const page = await browser.newPage({ viewport: { width: 1_280, height: 760 }, colorScheme })
  const desk = new DeskPage(page, relay, await relay.listen())
  await desk.begins()
  await desk.tab('Mine').click()
  await desk.row('Idris Bello').click()
  await desk.reply('Idris Bello').fill('I have put it into your order.')
  await desk.tab('Queue').click()
  await page.mouse.move(1, 1)
  await page.screenshot({ path: `${folder}desk-${colorScheme}.png`, animations: 'disabled' })
  await page.close()
  await relay.close()
}
await browser.close()
