import type { BrowserContext } from '@playwright/test'

// As text: what builds this file may wrap a function in names that the page does not know.
const told = "Object.defineProperty(Notification, 'permission', { get: () => 'granted', configurable: true })"

/** The browser may notify, of this origin or of all. The headless shell gives leave and goes on saying `denied`: there the page is told what was given. */
export async function givesLeave(context: BrowserContext, origin?: string): Promise<void> {
  await context.grantPermissions(['notifications'], origin === undefined ? {} : { origin })
  await context.addInitScript({ content: told })
  for (const page of context.pages()) await page.evaluate(told)
}
