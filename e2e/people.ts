import type { Browser } from '@playwright/test'
import { Desk } from './actors/desk.ts'
import { test as base, expect } from './fixtures.ts'
import { type Settings, usualSettings } from './settings.ts'

/** Of `a right password`, and cheap: these journeys are not about how long it takes to try one. */
const hash = 'scrypt$12$8$1$BwcHBwcHBwcHBwcHBwcHBw$fSyZRUWYz6MA4TKZSye5EhYPNQNHA7_RnOBbemcB6IY'

/** A shop where people answer. */
export const staffed: Settings = {
  ...usualSettings,
  more: `
console:
  accounts:
    - { name: anna, shown: Anna Berg, role: agent, hash: ${hash} }
    - { name: ben, shown: Ben Okafor, role: agent, hash: ${hash} }
    - { name: otto, shown: Otto Lind, role: operator, hash: ${hash} }
  canned:
    - { shortcut: hello, text: "Hello, I am Anna. How can I help?" }
`
}

interface Cast {
  /** Each in a browser of their own, with the console closed. */
  anna: Desk
  ben: Desk
  /** Runs the relay. */
  otto: Desk
}

export const test = base.extend<Cast>({
  settings: staffed,
  anna: ({ browser, world }, use) => sit(browser, world.relay.url, use),
  ben: ({ browser, world }, use) => sit(browser, world.relay.url, use),
  otto: ({ browser, world }, use) => sit(browser, world.relay.url, use)
})

async function sit(browser: Browser, origin: string, use: (desk: Desk) => Promise<void>): Promise<void> {
  const context = await browser.newContext()
  const desk = new Desk(await context.newPage(), origin)
  await use(desk)
  await context.close()
  expect(desk.troubles, 'errors on the console').toEqual([])
}

export { type Desk, expect }
