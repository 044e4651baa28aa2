import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { openBrowser } from './open-browser.ts'
import { inArabic } from './stage/arabic.ts'
import { doors } from './stage/doors.ts'
import { type PlayName, plays } from './stage/plays.ts'
import { morning, openStage, type Play } from './stage/stage.ts'
import { comesTo } from './stage/steps.ts'

/** Draws all that the chat can show, in four looks, a sheet of small pictures for each. */
const large = { viewport: { width: 484, height: 800 } }
const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }
const looks = {
  light: { colorScheme: 'light', screen: large, play: (play: Play) => play },
  dark: { colorScheme: 'dark', screen: large, play: (play: Play) => play },
  rtl: { colorScheme: 'light', screen: large, play: inArabic },
  phone: { colorScheme: 'light', screen: phone, play: (play: Play) => play }
} as const
type Look = (typeof looks)[keyof typeof looks]

const names = Object.keys(plays) as PlayName[]
const scenes = [
  ...Object.entries(doors).map(([name, door]) => ({ name, ...door })),
  ...names.map(name => ({ name, play: plays[name], comes: (page: Page) => comesTo(page, name) }))
]
type Scene = (typeof scenes)[number]

async function picture(browser: Browser, scene: Scene, { colorScheme, screen, play }: Look): Promise<Buffer> {
  const page = await browser.newPage({
    ...screen,
    colorScheme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC'
  })
  await page.clock.setFixedTime(morning)
  await openStage(page, play(scene.play))
  await page.evaluate(() => document.querySelector('main')?.remove())
  await scene.comes(page)
  await page.mouse.move(1, 1)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const shot = await page.screenshot()
  await page.close()
  return shot
}

async function sheet(browser: Browser, look: Look, path: string): Promise<void> {
  const shots: string[] = []
  for (const scene of scenes) {
    const shot = await picture(browser, scene, look)
    shots.push(
      `<figure><img src="data:image/png;base64,${shot.toString('base64')}"><figcaption>${scene.name}</figcaption></figure>`
    )
  }
  const page = await browser.newPage({ viewport: { width: 1880, height: 800 } })
  await page.setContent(`<style>body{display:grid;grid-template-columns:repeat(9,1fr);gap:6px;margin:6px;font:12px sans-serif}
figure{margin:0;text-align:center}img{width:100%;outline:1px solid #ccc}</style>${shots.join('')}`)
  await page.screenshot({ path, fullPage: true })
  await page.close()
}

const browser = await openBrowser()
const folder = new URL('../docs/pictures/', import.meta.url).pathname
await mkdir(folder, { recursive: true })
const [wanted] = process.argv.slice(2)
for (const [name, look] of Object.entries(looks)) {
  if (!wanted || wanted === name) await sheet(browser, look, `${folder}${name}.png`)
}
await browser.close()
