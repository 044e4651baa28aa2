import type { Page } from '@playwright/test'

/** A page that takes the module from the relay, in place of its script tag. */
export async function begins(page: Page, more: object = {}): Promise<void> {
  await page.evaluate(async more => {
    const src = document.querySelector('script')?.src ?? ''
    await window.Footbridge?.destroy()
    const { init } = await import(new URL('footbridge.js', src).href)
    init({ src, site: 'shop', ...more })
  }, more)
}
