import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { notices } from '../actors/notices.ts'
import { Relay } from '../actors/relay.ts'
import { Visitor } from '../actors/visitor.ts'
import { Ebbot } from '../fakes/ebbot.ts'
import { welcome } from '../fakes/ebbot-bot.ts'
import { freePorts } from '../ports.ts'
import { openWebsite } from '../website.ts'

const botId = 'ebq7k2m9x4t1v8c3z6n5b0d2f7h1j4'
const webhookSecret = 'the-secret-of-the-webhook'
const patience = { timeout: 20_000 }

interface World {
  ebbot: Ebbot
  relay: Relay
  /** The shop's origin. */
  shop: string
  close(): Promise<void>
}

interface Cast {
  /** How the site begins. */
  start: string
  world: World
  ebbot: Ebbot
  relay: Relay
  visitor: Visitor
}

/** A shop's website, a relay with its file, and Ebbot. */
async function buildWorld(start: string): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-journey-'))
  const [port = 0] = await freePorts(1)
  const outgoing = `http://127.0.0.1:${port}/bots/support/${webhookSecret}`
  const ebbot = await Ebbot.start({ botId, outgoing })
  const website = await openWebsite(`http://127.0.0.1:${port}`)
  const { webhookUrl } = ebbot
  const shop = website.origin
  await writeFile(join(folder, 'footbridge.yaml'), configuration({ port, folder, start, shop, webhookUrl }))
  const relay = await Relay.start(port, folder)
  return {
    ebbot,
    relay,
    shop,
    async close() {
      await Promise.all([relay.isStopped(), ebbot.close(), website.close()])
      await rm(folder, { recursive: true, force: true })
    }
  }
}

interface Configured {
  port: number
  folder: string
  start: string
  shop: string
  webhookUrl: string
}

const configuration = ({ port, folder, start, shop, webhookUrl }: Configured) => `
listen: { port: ${port} }
publicUrl: http://127.0.0.1:${port}
store: sqlite:${folder}/footbridge.db
secret: a-secret-for-the-journeys
sites:
  shop: { title: Garden help, origins: ["${shop}"], bot: support, start: ${start} }
bots:
  support:
    platform: ebbot
    webhookUrl: ${webhookUrl}
    botId: ${botId}
    webhookSecret: ${webhookSecret}
    agentName: Kim
    timeoutMs: 3000
retry: { firstMs: 100, factor: 2, capMs: 1000 }
logLevel: info
`

const test = base.extend<Cast>({
  start: [`{ scenario: ${welcome} }`, { option: true }],
  world: async ({ start }, use, info) => {
    const world = await buildWorld(start)
    await use(world)
    const printed = world.relay.printed()
    if (info.status !== info.expectedStatus) await info.attach('relay', { body: printed })
    await world.close()
    expect(world.ebbot.failures, 'what Ebbot complained about').toEqual([])
    expect(printed, 'what the relay printed').not.toMatch(/wh-3f0c77aa|the-secret-of-the-webhook|You said/)
  },
  ebbot: ({ world }, use) => use(world.ebbot),
  relay: ({ world }, use) => use(world.relay),
  visitor: async ({ context, world }, use) => {
    const visitor = new Visitor(await context.newPage(), world.shop)
    await visitor.visits()
    await visitor.opensTheChat()
    await use(visitor)
    expect(visitor.troubles, 'errors on the page').toEqual([])
  }
})

const greeting = ['Hello from Ebbot.', 'What can I do for you?']
/** All that the other side said, each thing once, in this order. */
const wasTold = (visitor: Visitor, ...texts: string[]) =>
  expect(visitor.log.locator('.theirs .text')).toHaveText(texts, patience)
/** The circle of a star is not drawn, so nobody could see it being pressed. */
async function rates({ log }: Visitor, step: string): Promise<void> {
  await log.getByRole('radio', { name: step }).check({ force: true })
  await log.getByRole('button', { name: 'Send' }).click()
}
/** To where the conversation begins: only what is in sight, or nearly, is there. */
const looksBack = ({ log }: Visitor) => log.evaluate(one => one.scrollTo({ top: 0 }))
/** What of the visitor's own nobody has heard. */
const notDelivered = (visitor: Visitor) =>
  visitor.log.locator('.mine').filter({ hasText: 'Not delivered' }).locator('.text')

for (const eventsFirst of [false, true]) {
  test(`[J40] a visitor talks to a bot on Ebbot, and nothing is shown twice (events ${eventsFirst ? 'first' : 'last'})`, async ({
    visitor,
    ebbot
  }) => {
    ebbot.eventsFirst = eventsFirst
    await wasTold(visitor, ...greeting)
    await visitor.says('one')
    await visitor.sees('You said: one')
    await visitor.says('echo')
    await visitor.says('two')
    await visitor.sees('You said: two')
    await wasTold(visitor, ...greeting, 'You said: one', 'Hello?', 'Hello?', 'You said: two')
    await visitor.hasSaid('one', 'echo', 'two')
    expect(ebbot.texts).toEqual(['one', 'echo', 'two'])
    expect(ebbot.chats).toHaveLength(1)
  })
}

test.describe('where the bot says nothing first', () => {
  test.use({ start: '{}' })

  test('[J40] two quick first words are said in one chat, in order', async ({ visitor, ebbot }) => {
    expect(ebbot.heard).toEqual([])
    await visitor.says('one')
    await visitor.says('two')
    await wasTold(visitor, 'You said: one', 'You said: two')
    expect(ebbot.heard.map(({ chatId }) => chatId)).toEqual([undefined, ebbot.chats[0]])
    expect(ebbot.chats).toHaveLength(1)
  })
})

test('[J41] buttons do what they say, and what Ebbot has no call for is not pretended', async ({
  visitor,
  ebbot
}) => {
  await visitor.says('buttons')
  await visitor.sees('Which one?')
  await visitor.presses('Green')
  await visitor.sees('color is green')
  await visitor.presses('Delivery')
  await visitor.sees('Your parcel is on its way.')
  await visitor.presses('No')
  await visitor.seesALink('Our shop', 'https://shop.example/garden')
  await visitor.seesNoButton('Add to cart')
  await visitor.hasSaid('buttons', 'Green', 'Delivery', 'No')
  expect(ebbot.texts).toEqual(['buttons'])
  expect(ebbot.heard.map(({ type }) => type)).toEqual(['scenario', 'text', 'variable', 'scenario'])
  await visitor.says('rate')
  await visitor.sees('How did it go?')
  await rates(visitor, '4 / 5')
  await expect(notDelivered(visitor)).toHaveText(['4'], patience)
  await looksBack(visitor)
  await visitor.presses('Start over')
  await visitor.sees(notices.closed)
  await visitor.presses('Start a new conversation')
  await wasTold(visitor, ...greeting)
  expect(ebbot.chats).toHaveLength(2)
})

test('[J42] an agent at Ebbot takes over, talks, gives back and closes', async ({ visitor, ebbot }) => {
  await visitor.says('one')
  await visitor.sees('You said: one')
  await ebbot.agentTakes()
  await visitor.sees(notices.joined('Kim'))
  await visitor.sees('Kim has joined the chat')
  await ebbot.agentSays('Good morning, this is Kim.')
  await visitor.sees('Good morning, this is Kim.')
  await visitor.says('my roses are ill')
  await visitor.seesAsSent('my roses are ill')
  await expect.poll(() => ebbot.texts).toEqual(['one', 'my roses are ill'])
  await ebbot.agentLeaves()
  await visitor.sees('The assistant has taken over again.')
  await visitor.says('two')
  await visitor.sees('You said: two')
  await wasTold(visitor, ...greeting, 'You said: one', 'Good morning, this is Kim.', 'You said: two')
  await ebbot.closesTheChat()
  await visitor.sees(notices.closed)
  await visitor.presses('Start a new conversation')
  await visitor.says('three')
  await visitor.sees('You said: three')
  expect(ebbot.chats).toHaveLength(2)
})

test('[J43] what was taken without an answer is shown as not delivered, and said again only by the visitor', async ({
  visitor,
  ebbot
}) => {
  await wasTold(visitor, ...greeting)
  ebbot.troubles.push('reset')
  await visitor.says('one')
  await expect(notDelivered(visitor)).toHaveText(['one'], patience)
  await visitor.says('two')
  await visitor.sees('You said: two')
  expect(ebbot.texts).toEqual(['one', 'two'])
  ebbot.troubles.push({ status: 503, retryAfter: 0 }, { status: 429 })
  await visitor.triesAgain('one')
  await expect.poll(() => ebbot.texts, patience).toEqual(['one', 'two', 'one'])
  await visitor.hasSaid('one', 'two', 'one')
})

test('[J44] the relay is killed while Ebbot thinks: nothing is lost, nothing doubled, nothing repeated', async ({
  visitor,
  ebbot,
  relay
}) => {
  await visitor.says('one')
  await visitor.sees('You said: one')
  ebbot.troubles.push('silence')
  await visitor.says('two')
  await expect.poll(() => ebbot.texts).toEqual(['one', 'two'])
  await visitor.says('three')
  await visitor.seesAsSent('three')
  await relay.dies()
  await visitor.says('four')
  await visitor.seesAsWaiting('four')
  await relay.isStartedAgain()
  await visitor.sees('You said: four')
  await visitor.hasSaid('one', 'two', 'three', 'four')
  await expect(notDelivered(visitor)).toHaveText(['two'], patience)
  expect(ebbot.texts).toEqual(['one', 'two', 'three', 'four'])
  expect(ebbot.chats).toHaveLength(1)
  const told = await visitor.log.locator('.theirs .text').allTextContents()
  expect(told.toSorted()).toEqual(
    [...greeting, ...['one', 'two', 'three', 'four'].map(text => `You said: ${text}`)].toSorted()
  )
})

test('[J44] what was shown before the relay was killed is not shown again when its event comes afterwards', async ({
  visitor,
  ebbot,
  relay
}) => {
  await wasTold(visitor, ...greeting)
  const letGo = ebbot.keepsEvents()
  await visitor.says('one')
  await visitor.sees('You said: one')
  await relay.dies()
  await relay.isStartedAgain()
  letGo()
  await ebbot.agentSays('Kim here.')
  await visitor.says('two')
  await visitor.sees('Kim here.')
  await expect.poll(() => ebbot.texts, patience).toEqual(['one', 'two'])
  await wasTold(visitor, ...greeting, 'You said: one', 'Kim here.')
})
