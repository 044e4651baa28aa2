import type { Page } from '@playwright/test'
import type { Path } from './subjects.ts'

/** What watches from inside a page, from its first moment on. */
interface Eyes {
  /** When something was on the screen and could be used, ms from the beginning of the visit. */
  shown(path: Path): Promise<number>
  find(path: Path): Element | undefined
  shift: number
  /** The long tasks, ms. */
  long: number[]
}

declare global {
  interface Window {
    eyes: Eyes
  }
}

/** To be run before anything else in every page of a context. */
export function openEyes(): void {
  const find = (path: readonly string[]): Element | undefined => {
    let root: ParentNode = document
    let found: Element | null = null
    for (const selector of path) {
      found = root.querySelector(selector)
      if (!found) return undefined
      root = found.shadowRoot ?? found
    }
    return found ?? undefined
  }
  const usable = (path: readonly string[]): boolean => {
    const found = find(path)
    if (!(found instanceof HTMLElement) || found.matches(':disabled')) return false
    const { width, height } = found.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(found).visibility === 'visible'
  }
  const eyes: Eyes = {
    find,
    shift: 0,
    long: [],
    shown: path =>
      new Promise(resolve => {
        const look = () => (usable(path) ? resolve(performance.now()) : void requestAnimationFrame(look))
        look()
      })
  }
  window.eyes = eyes
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) eyes.shift += 'value' in entry ? Number(entry.value) : 0
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) eyes.long.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

/** ms from the beginning of the visit; rejects after `withinMs`. */
export function shown(page: Page, path: Path, withinMs = 60_000): Promise<number> {
  const late = page.waitForTimeout(withinMs).then(() => {
    throw new Error(`${path.join(' ')} was not shown within ${withinMs} ms`)
  })
  return Promise.race([page.evaluate(wanted => window.eyes.shown(wanted), [...path]), late])
}
