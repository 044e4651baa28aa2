import { defineConfig } from '@playwright/test'
import { findBrowser, hasExtensions } from './find-browser.ts'

const browser = await findBrowser()
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined
const withExtension = isWorker || hasExtensions(browser)
if (!isWorker) console.log(`The journeys run in ${browser.path} (from ${browser.from})`)
if (!withExtension)
  console.log('Left out: extension.spec.ts. It needs a whole Chromium, 150 or newer; this browser is none.')

export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.spec.ts',
  testIgnore: withExtension ? [] : ['extension.spec.ts'],
  outputDir: '../test-results/journeys',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  reporter: [['list'], ['json', { outputFile: '../test-results/reports/journeys.json' }]],
  use: {
    browserName: 'chromium',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      // Without a locale Chromium saves no file under a name that is not ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...browser.env },
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // What is drawn again in part has other edges than what is drawn whole, and pictures are compared.
        '--disable-partial-raster'
      ]
    }
  }
})
