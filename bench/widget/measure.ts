import type { Browser, Page } from '@playwright/test'
import { shown } from './eyes.ts'
import type { Subject } from './subjects.ts'
import { beSlow, centre, firstSight, openByClick, visit } from './visits.ts'

/** Before a visitor has done anything. */
export interface Before {
  /** With headers, as the browser counted them; the page itself left out. */
  bytes: number
  requests: number
  elsewhere: number
  shift: number
  longTasks: number
}

export async function beforeIntent(browser: Browser, subject: Subject, url: string): Promise<Before> {
  const one = await visit(browser)
  const { page, tools } = one
  const asked = new Map<string, string>()
  let bytes = 0
  let requests = 0
  tools.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url))
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counts(asked.get(requestId), url)) {
      bytes += encodedDataLength
      requests += 1
    }
  })
  await tools.send('Network.enable')
  await page.goto(url, { waitUntil: 'load' })
  await shown(page, firstSight(subject))
  await page.waitForLoadState('networkidle')
  const { shift, long } = await page.evaluate(() => ({
    shift: window.eyes.shift,
    long: window.eyes.long.length
  }))
  const elsewhere = [...asked.values()].filter(
    address => address.startsWith('http') && !/\/\/127\.0\.0\.1[:/]/.test(address)
  )
  await one.end()
  return { bytes, requests, elsewhere: elsewhere.length, shift, longTasks: long }
}

const counts = (address: string | undefined, page: string): boolean =>
  !!address && address !== page && address.startsWith('http')

/** ms on the slow profile. `warm`: the pointer rested on the launcher until all was there that it calls for. */
export interface Times {
  visible: number
  cold: number | undefined
  warm: number | undefined
}

export async function slowTimes(browser: Browser, subject: Subject, url: string): Promise<Times> {
  const { visible, opened: cold } = await slowly(browser, subject, url, false)
  const warm = subject.launcher && (await slowly(browser, subject, url, true)).opened
  return { visible, cold, warm }
}

async function slowly(browser: Browser, subject: Subject, url: string, rest: boolean) {
  const one = await visit(browser)
  await beSlow(one)
  const { page } = one
  await page.goto(url, { waitUntil: 'commit' })
  const visible = await shown(page, firstSight(subject))
  await page.waitForLoadState('networkidle')
  if (rest && subject.launcher) {
    const { x, y } = await centre(page, subject.launcher)
    const quiet = quietAgain(page)
    await page.mouse.move(x, y)
    await quiet
  }
  const opened = subject.launcher && (await openByClick(page, subject))
  await one.end()
  return { visible, opened }
}

/** Once nothing has been asked for or answered for a while: `networkidle` is a page's first quiet moment, not its next. */
async function quietAgain(page: Page): Promise<void> {
  let last = Date.now()
  let under = 0
  const heard = (more: number) => () => {
    under += more
    last = Date.now()
  }
  const [began, ended] = [heard(1), heard(-1)]
  page.on('request', began)
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', ended)
  while (under > 0 || Date.now() - last < 1_000) await page.waitForTimeout(100)
}

/** ms of the main thread's own time, until it stands open; `subject` absent: of the page alone. */
export async function cpuTime(browser: Browser, subject: Subject | undefined, url: string): Promise<number> {
  const one = await visit(browser)
  const { page, tools } = one
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url, { waitUntil: 'load' })
  if (subject) {
    await shown(page, firstSight(subject))
    await page.waitForLoadState('networkidle')
    await openByClick(page, subject)
  }
  await page.waitForLoadState('networkidle')
  const { metrics } = await tools.send('Performance.getMetrics')
  await one.end()
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}
