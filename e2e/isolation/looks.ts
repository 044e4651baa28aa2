import { type Browser, expect, type Page } from '@playwright/test'
import { resize } from '../resize.ts'
import { openStage, type Play } from '../stage/stage.ts'

const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 568 }
const looks = [
  { colorScheme: 'light', size: wide },
  { colorScheme: 'dark', size: wide },
  { colorScheme: 'dark', size: narrow },
  { colorScheme: 'light', size: narrow }
] as const

/** What is looked at. */
export interface Scene {
  play: Play
  /** What is done in the open panel. */
  act?(page: Page): Promise<void>
}

/** A picture of something that has come to rest. */
async function picture(page: Page): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0)
  await expect(async () => {
    const before = last
    last = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    expect(last.equals(before)).toBe(true)
  }).toPass({ intervals: [0] })
  return last
}

async function looksOf(page: Page): Promise<Buffer[]> {
  const pictures: Buffer[] = []
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await resize(page, size.width, size.height)
    pictures.push(await picture(page))
  }
  await resize(page, wide.width, wide.height)
  return pictures
}

/** All looks of a scene, closed and open, on an empty page with these styles from its beginning on. */
export async function pictures(browser: Browser, { play, act }: Scene, sheet: string): Promise<Buffer[]> {
  const page = await browser.newPage({ viewport: wide, timezoneId: 'UTC' })
  await page.addInitScript(text => {
    const hostile = new CSSStyleSheet()
    hostile.replaceSync(text)
    document.adoptedStyleSheets = [hostile]
  }, sheet)
  await openStage(page, play)
  await page.evaluate(() => document.querySelector('main')?.remove())
  const launcher = page.getByRole('button', { name: /^Open chat/ })
  await launcher.waitFor()
  if (play.early?.greetings) await page.getByRole('button', { name: 'Can we help?' }).waitFor()
  await page.mouse.move(1, 1)
  const closed = await looksOf(page)
  await launcher.click()
  await page.getByRole('dialog').waitFor()
  await page.waitForLoadState('networkidle')
  await act?.(page)
  await page.mouse.move(1, 1)
  const open = await looksOf(page)
  await page.close()
  return [...closed, ...open]
}
