import type { Browser } from '@playwright/test'
import { shown } from './eyes.ts'
import type { Path, Subject } from './subjects.ts'
import { openByClick, type Visit, visit } from './visits.ts'

/** With a log of many messages. */
export interface Listed {
  /** Until the newest message was on the screen, ms; absent: not within the time there was. */
  ready: number | undefined
  /** Elements on the page, shadows included. */
  nodes: number
  /** MB more than with an empty log. */
  heap: number
  /** Frames a second in a sweep of four seconds from the top to the end. */
  fps: number
  /** The worst frame of it, ms. */
  worst: number
}

const givenMs = 90_000

/** `emptyUrl` shows the same with an empty log. Undefined where a widget has no way to be given messages. */
export async function listed(
  browser: Browser,
  subject: Subject,
  url: string,
  emptyUrl: string
): Promise<Listed | undefined> {
  if (!subject.list) return undefined
  const empty = await opened(browser, subject, emptyUrl)
  const emptyHeap = await heapOf(empty)
  await empty.end()
  const full = await opened(browser, subject, url)
  const { list } = subject
  const ready = await shown(full.page, list.message, givenMs).catch(() => undefined)
  await full.page.waitForLoadState('networkidle')
  const nodes = await full.page.evaluate(countNodes)
  const heap = (await heapOf(full)) - emptyHeap
  const swept =
    ready === undefined ? { fps: 0, worst: 0 } : await full.page.evaluate(sweep, [...list.scroller])
  await full.end()
  return { ready, nodes, heap, ...swept }
}

async function opened(browser: Browser, subject: Subject, url: string): Promise<Visit> {
  const one = await visit(browser)
  await one.page.goto(url, { waitUntil: 'load' })
  if (subject.launcher) {
    await shown(one.page, subject.launcher)
    await openByClick(one.page, subject)
  }
  await shown(one.page, subject.composer, givenMs)
  return one
}

async function heapOf({ tools }: Visit): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

function countNodes(): number {
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0),
      0
    )
  return count(document)
}

/** Runs in the page. */
function sweep(path: Path): Promise<{ fps: number; worst: number }> {
  const scroller = window.eyes.find(path)
  if (!scroller) throw new Error(`${path.join(' ')} is not there`)
  const forMs = 4_000
  return new Promise(resolve => {
    const started = performance.now()
    const frames: number[] = []
    let last = started
    const step = (now: number) => {
      frames.push(now - last)
      last = now
      scroller.scrollTop = ((now - started) / forMs) * scroller.scrollHeight
      if (now - started < forMs) requestAnimationFrame(step)
      else
        resolve({ fps: (frames.length - 1) / ((now - started) / 1_000), worst: Math.max(...frames.slice(1)) })
    }
    requestAnimationFrame(step)
  })
}
