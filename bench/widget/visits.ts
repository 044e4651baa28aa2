import type { Browser, CDPSession, Page } from '@playwright/test'
import { openEyes, shown } from './eyes.ts'
import type { Path, Subject } from './subjects.ts'

/** A browser that nobody has used, on a page. */
export interface Visit {
  page: Page
  tools: CDPSession
  end(): Promise<void>
}

export async function visit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  // What runs this file names its functions by a helper that pages do not have.
  await context.addInitScript('globalThis.__name ??= named => named')
  await context.addInitScript(openEyes)
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  return { page, tools, end: () => context.close() }
}

/** A telephone of the middle class on a bad line: four times slower, 1.6 Mbit/s, 150 ms. */
export async function beSlow({ tools }: Visit): Promise<void> {
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await tools.send('Network.enable')
  const bytesPerSecond = 1_600_000 / 8
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond
  })
}

/** The thing that a visitor sees first. */
export const firstSight = ({ launcher, composer }: Subject): Path => launcher ?? composer

export async function centre(page: Page, path: Path): Promise<{ x: number; y: number }> {
  const box = await page.evaluate(
    wanted => {
      const found = window.eyes.find(wanted)?.getBoundingClientRect()
      return found && { x: found.x + found.width / 2, y: found.y + found.height / 2 }
    },
    [...path]
  )
  if (!box) throw new Error(`${path.join(' ')} is not there`)
  return box
}

/** ms from a click on the launcher until a visitor could write. */
export async function openByClick(page: Page, { launcher, composer }: Subject): Promise<number> {
  if (!launcher) return 0
  const { x, y } = await centre(page, launcher)
  await page.evaluate(() => {
    addEventListener('pointerdown', ({ timeStamp }) => Object.assign(window, { pressedAt: timeStamp }), {
      capture: true,
      once: true
    })
  })
  await page.mouse.click(x, y)
  const at = await shown(page, composer)
  const pressed = await page.evaluate(() => Number(Reflect.get(window, 'pressedAt')))
  return at - pressed
}
