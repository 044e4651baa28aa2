import { mkdir } from 'node:fs/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { type PlayName, plays } from './stage/plays.ts'
import { openStage, turn } from './stage/stage.ts'

/** Draws all that the panel can show, in four looks, a sheet of small pictures for each. */
const looks = {
  light: { colorScheme: 'light', size: { width: 440, height: 760 }, rtl: false },
  dark: { colorScheme: 'dark', size: { width: 440, height: 760 }, rtl: false },
  rtl: { colorScheme: 'light', size: { width: 440, height: 760 }, rtl: true },
  phone: { colorScheme: 'light', size: { width: 320, height: 640 }, rtl: false }
} as const
type Look = (typeof looks)[keyof typeof looks]

/** What is done on the stage before its picture is taken. */
const steps: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  form: page => page.getByRole('button', { name: 'Submit' }).click(),
  menu: page => page.getByRole('button', { name: 'More' }).click(),
  rating: page => page.getByRole('radio').nth(3).check({ force: true }),
  closed: page => page.getByRole('radio').nth(3).check({ force: true })
}

const names = Object.keys(plays) as PlayName[]

async function picture(browser: Browser, name: PlayName, look: Look): Promise<Buffer> {
  const { colorScheme, size, rtl } = look
  const page = await browser.newPage({
    colorScheme,
    viewport: size,
    reducedMotion: 'reduce',
    timezoneId: 'UTC'
  })
  await openStage(page, { ...plays[name], rtl })
  await page.getByRole('button', { name: /^Open chat/ }).click()
  await page.getByRole('dialog').waitFor()
  if (rtl) await turn(page)
  await page.waitForLoadState('networkidle')
  await steps[name]?.(page)
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
