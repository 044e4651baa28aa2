import type { CDPSession, Page } from '@playwright/test'

/** How a long log does in a browser; `appendMs` only if something was appended. */
export interface LogNumbers {
  /** Elements in the log. */
  nodes: number
  heapMB: number
  fps: number
  worstFrameMs: number
  /** Of the main thread, script and layout, for one message more. */
  appendMs: number | undefined
}

/** Of a page with the chat open. `append` brings this many messages more, seen by its end. */
export async function measureLog(
  page: Page,
  append?: { count: number; run(): Promise<void> }
): Promise<LogNumbers> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const heapMB = await heapOf(devtools)
  const sweep = await sweepOf(page)
  const before = await busy(devtools)
  await append?.run()
  const appendMs = append && ((await busy(devtools)) - before) / append.count
  const nodes = await page.getByRole('log').evaluate(log => log.querySelectorAll('*').length)
  await devtools.detach()
  return { nodes: Math.max(nodes, sweep.nodes), heapMB, ...sweep.frames, appendMs }
}

/** Script heap in use, MB, after everything that nobody holds was thrown away. */
export async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function busy(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return 1_000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'))
}

/** From the beginning to the end in four seconds, a step each frame. */
async function sweepOf(page: Page) {
  return page.getByRole('log').evaluate(async log => {
    const frame = () => new Promise<number>(done => requestAnimationFrame(done))
    const forMs = 4_000
    log.scrollTop = 0
    await frame()
    const begun = await frame()
    const times = [begun]
    let nodes = 0
    for (let now = begun; now - begun < forMs; now = await frame()) {
      log.scrollTop = ((log.scrollHeight - log.clientHeight) * (now - begun)) / forMs
      nodes = Math.max(nodes, log.querySelectorAll('*').length)
      times.push(now)
    }
    log.scrollTop = log.scrollHeight
    await frame()
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
    return {
      nodes,
      frames: {
        fps: (1_000 * (gaps.length - 1)) / forMs,
        worstFrameMs: Math.max(...gaps)
      }
    }
  })
}
