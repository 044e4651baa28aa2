import type { CDPSession, Page } from '@playwright/test'

/** Something was scrolled from one end to the other. */
export interface Swept {
  fps: number
  /** Half of the frames took no longer, ms. */
  medianMs: number
  worstMs: number
  /** Tasks over 50 ms, and the longest, ms. */
  longTasks: number
  longestMs: number
  /** Elements in the whole page, at most. */
  nodes: number
}

interface Sweep {
  selector: string
  /** So many pixels each frame; upwards below 0. */
  by: number
  /** For no longer than this, ms. */
  givenMs: number
}

/** Scrolls until there is nothing more to come. */
export const sweep = (page: Page, wanted: Sweep): Promise<Swept> => page.evaluate(scrollOn, wanted)

/** Runs in the page. It is at its end once it has stood still for two seconds, which do not count. */
function scrollOn({ selector, by, givenMs }: Sweep): Promise<Swept> {
  const box = document.querySelector(selector)
  if (!box) throw new Error(`${selector} is not there`)
  const tasks = window.eyes.long.length
  const began = performance.now()
  const gaps: number[] = []
  let [last, moved, nodes, was] = [began, 0, 0, -1]
  const told = (): Swept => {
    const frames = gaps.slice(1, moved)
    const sorted = frames.toSorted((a, b) => a - b)
    const long = window.eyes.long.slice(tasks)
    return {
      fps: (1_000 * frames.length) / frames.reduce((sum, gap) => sum + gap, 0),
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
      worstMs: sorted.at(-1) ?? 0,
      longTasks: long.length,
      longestMs: Math.max(0, ...long),
      nodes
    }
  }
  return new Promise(resolve => {
    const step = (now: number) => {
      gaps.push(now - last)
      last = now
      if (Math.abs(box.scrollTop - was) > 1) moved = gaps.length
      was = box.scrollTop
      box.scrollTop += by
      if (gaps.length % 10 === 0) nodes = Math.max(nodes, document.querySelectorAll('*').length)
      const isOver = gaps.length - moved > 120 || now - began > givenMs
      if (isOver) resolve(told())
      else requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

export const nodesOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

/** The longest task of what is done meanwhile, ms. */
export async function longestOf(page: Page, run: () => Promise<unknown>): Promise<number> {
  const before = await page.evaluate(() => window.eyes.long.length)
  await run()
  return page.evaluate(from => Math.max(0, ...window.eyes.long.slice(from)), before)
}

/** Of the main thread, script, style and layout, ms. */
export async function busyMs(tools: CDPSession): Promise<number> {
  await tools.send('Performance.enable')
  const { metrics } = await tools.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return 1_000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'))
}

/** What a page asks for from now on: how often, and how many kB come back. */
export async function countAnswers(tools: CDPSession): Promise<() => { requests: number; kB: number }> {
  const asked = new Set<string>()
  let [requests, bytes] = [0, 0]
  tools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/api/v1/') && !request.url.includes('/events')) asked.add(requestId)
  })
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!asked.has(requestId)) return
    requests += 1
    bytes += encodedDataLength
  })
  await tools.send('Network.enable')
  return () => ({ requests, kB: bytes / 1_000 })
}
