import type { Page } from '@playwright/test'

/** What can be pressed and is smaller than 24 px in either direction; a link among words may be. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('footbridge-chat')?.shadowRoot
    const targets =
      root?.querySelectorAll<HTMLElement>('button, a, input, select, textarea, [role=radio]') ?? []
    return [...targets]
      .filter(target => target.checkVisibility({ visibilityProperty: true }))
      .filter(target => !target.matches('.text a'))
      .filter(target => {
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect()
        return width > 0 && Math.min(width, height) < 24
      })
      .map(target => `${target.tagName} ${target.className} ${target.textContent}`)
  })
}
