import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

/** The browser of the journeys, for what is no test. */
export async function openBrowser(): Promise<Browser> {
  const { path: executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0
  })
}
