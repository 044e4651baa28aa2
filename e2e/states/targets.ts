import type { Page } from '@playwright/test'

/** The page is on a screen that is touched. */
export async function underFingers(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await page.waitForFunction(() => matchMedia('(pointer: coarse)').matches)
}

/** What can be pressed and is smaller than that in either direction, px; a link among words may be. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate(px => {
    const root = document.querySelector('footbridge-chat')?.shadowRoot
    const targets =
      root?.querySelectorAll<HTMLElement>('button, a, input, select, textarea, [role=radio]') ?? []
    return [...targets]
      .filter(target => target.checkVisibility({ visibilityProperty: true }))
      .filter(target => !target.matches('.text a, .ask p a'))
      .map(target => target.closest('label') ?? target)
      .filter(target => {
        const { width, height } = target.getBoundingClientRect()
        return width > 0 && Math.min(width, height) < px
      })
      .map(target => `${target.localName} ${target.className} ${target.textContent} ${target.offsetHeight}`)
  }, least)
}
