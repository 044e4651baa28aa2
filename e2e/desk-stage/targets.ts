import type { Page } from '@playwright/test'

/** What can be pressed and is smaller than that in either direction, px; a link among words may be. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate(px => {
    const all = document.querySelectorAll<HTMLElement>('button, input, textarea, [role=option]')
    return [...all]
      .map(target => target.closest('label') ?? target)
      .filter(target => target.checkVisibility({ visibilityProperty: true }))
      .filter(target => {
        const { width, height } = target.getBoundingClientRect()
        return width > 0 && Math.min(width, height) < px
      })
      .map(target => `${target.localName} ${target.className} ${target.textContent} ${target.offsetHeight}`)
  }, least)
}
