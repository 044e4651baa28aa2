import { mkdir } from 'node:fs/promises'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { inArabic } from './stage/arabic.ts'
import { type PlayName, plays } from './stage/plays.ts'
import { openStage, type Play } from './stage/stage.ts'
import { comesTo } from './stage/steps.ts'

/** Draws all that the panel can show, in four looks, a sheet of small pictures for each. */
const large = { width: 440, height: 720 }
const looks = {
  light: { colorScheme: 'light', size: large, play: (play: Play) => play },
  dark: { colorScheme: 'dark', size: large, play: (play: Play) => play },
  rtl: { colorScheme: 'light', size: large, play: inArabic },
  phone: { colorScheme: 'light', size: { width: 360, height: 640 }, play: (play: Play) => play }
} as const
type Look = (typeof looks)[keyof typeof looks]

const names = Object.keys(plays) as PlayName[]

async function picture(browser: Browser, name: PlayName, { colorScheme, size, play }: Look): Promise<Buffer> {
  const page = await browser.newPage({
    colorScheme,
    viewport: size,
    reducedMotion: 'reduce',
    timezoneId: 'UTC'
  })
  await openStage(page, play(plays[name]))
  await comesTo(page, name)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const shot = await page.screenshot()
  await page.close()
  return shot
}

async function sheet(browser: Browser, look: Look, path: string): Promise<void> {
  const shots: string[] = []
  for (const name of names) {
    const shot = await picture(browser, name, look)
    shots.push(
      `<figure><img src="data:image/png;base64,${shot.toString('base64')}"><figcaption>${name}</figcaption></figure>`
    )
  }
  const page = await browser.newPage({ viewport: { width: 1500, height: 800 } })
  await page.setContent(`<style>body{display:grid;grid-template-columns:repeat(7,1fr);gap:6px;margin:6px;font:12px sans-serif}
figure{margin:0;text-align:center}img{width:100%;outline:1px solid #ccc}</style>${shots.join('')}`)
  await page.screenshot({ path, fullPage: true })
  await page.close()
}

const { path: executablePath, env } = await findBrowser()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  chromiumSandbox: process.getuid?.() !== 0
})
const folder = new URL('../docs/pictures/', import.meta.url).pathname
await mkdir(folder, { recursive: true })
const [wanted] = process.argv.slice(2)
for (const [name, look] of Object.entries(looks)) {
  if (!wanted || wanted === name) await sheet(browser, look, `${folder}${name}.png`)
}
await browser.close()
