import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { anEvening, eveningTalk } from './desk-stage/evening.ts'
import { DeskRelay } from './desk-stage/relay.ts'
import { aMorning } from './desk-stage/scenes.ts'
import { DeskPage } from './desk-stage/stage.ts'
import { openBrowser } from './open-browser.ts'
import { smallPng } from './small-png.ts'

interface Picture {
  height: number
  scene(relay: DeskRelay): void
  comes(desk: DeskPage): Promise<void>
}

/** The console as the guide shows it. */
const pictures: Readonly<Record<string, Picture>> = {
  desk: {
    height: 760,
    scene: aMorning,
    async comes(desk) {
      await desk.begins()
      await desk.tab('Mine').click()
      await desk.row('Idris Bello').click()
      await desk.reply('Idris Bello').fill('I have put it into your order.')
      await desk.tab('Queue').click()
    }
  },
  timeline: {
    height: 1_120,
    scene: anEvening,
    async comes(desk) {
      await desk.begins(eveningTalk)
      await desk.page.locator('.entry-line').last().waitFor()
    }
  },
  health: {
    height: 980,
    scene: anEvening,
    async comes(desk) {
      await desk.begins('#/health')
      await desk.page.locator('canvas').nth(5).waitFor()
    }
  }
}

const folder = new URL('../docs/pictures/', import.meta.url).pathname
const [wanted] = process.argv.slice(2)

async function draw(browser: Browser, name: string, { height, scene, comes }: Picture): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const relay = new DeskRelay()
    scene(relay)
    const page = await browser.newPage({
      viewport: { width: 1_280, height },
      colorScheme,
      // A machine's own may be one that no page can count in, and then no chart is drawn.
      locale: 'en-US',
      reducedMotion: 'reduce'
    })
    await comes(new DeskPage(page, relay, await relay.listen()))
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.mouse.move(1, 1)
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    const shot = await page.screenshot({ animations: 'disabled' })
    await writeFile(`${folder}${name}-${colorScheme}.png`, smallPng(shot))
    await page.close()
    await relay.close()
  }
}

await mkdir(folder, { recursive: true })
const browser = await openBrowser()
for (const [name, picture] of Object.entries(pictures))
  if (wanted === undefined || wanted === name) await draw(browser, name, picture)
await browser.close()
