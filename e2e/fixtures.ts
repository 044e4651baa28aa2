import { test as base, expect } from '@playwright/test'
import { Agent } from './actors/agent.ts'
import type { Bot } from './actors/bot.ts'
import { Inspector } from './actors/inspector.ts'
import type { Relay } from './actors/relay.ts'
import { Visitor } from './actors/visitor.ts'
import type { Cable } from './cable.ts'
import { type Demo, startDemo } from './demo.ts'
import { type Settings, shared, usualSettings } from './settings.ts'
import type { Website } from './website.ts'
import { buildWorld, type World } from './world.ts'

interface Cast {
  settings: Settings
  world: World
  visitor: Visitor
  inspector: Inspector
  agent: Agent
  bot: Bot
  relay: Relay
  network: Cable
  website: Website
  demo: Demo
  /** A visitor of the demo's page, and of nothing else. */
  guest: Visitor
}

/** Every journey has a world of its own, and everybody in it by name. */
export const test = base.extend<Cast>({
  settings: [usualSettings, { option: true }],
  world: async ({ settings }, use, info) => {
    const world = await buildWorld(settings)
    await use(world)
    const complaints = await world.bot.complaints()
    if (info.status !== info.expectedStatus) {
      await info.attach('relay', { body: world.relay.printed() })
      await info.attach('bot', { body: world.bot.printed() })
    }
    await world.close()
    expect(complaints, 'what the bot’s platform complained about').toEqual([])
  },
  visitor: async ({ context, world }, use) => {
    const visitor = new Visitor(await context.newPage(), world.website.origin)
    await use(visitor)
    expect(visitor.troubles, 'errors on the page').toEqual([])
  },
  inspector: ({ visitor }, use) => use(new Inspector(visitor)),
  agent: ({ world }, use) => use(new Agent(world.relay.url, shared.apiToken)),
  bot: ({ world }, use) => use(world.bot),
  relay: ({ world }, use) => use(world.relay),
  network: ({ world }, use) => use(world.network),
  website: ({ world }, use) => use(world.website),
  demo: async ({ locale }, use) => {
    void locale
    const demo = await startDemo()
    await use(demo)
    await demo.close()
  },
  guest: ({ page, demo }, use) => use(new Visitor(page, new URL(demo.page).origin))
})

export { expect }
