import type { BrowserContext } from '@playwright/test'

/** The browser may notify, of this origin or of all. The headless shell gives leave and goes on saying `denied`: there the page is told what was given. */
export async function givesLeave(context: BrowserContext, origin?: string): Promise<void> {
  await context.grantPermissions(['notifications'], origin === undefined ? {} : { origin })
  const tell = () =>
    void Object.defineProperty(Notification, 'permission', { get: () => 'granted', configurable: true })
  await context.addInitScript(tell)
  for (const page of context.pages()) await page.evaluate(tell)
}
