import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { Agent } from '../actors/agent.ts'
import { Bot } from '../actors/bot.ts'
import { Relay } from '../actors/relay.ts'
import { account, EngageDigital } from '../fakes/engage-digital.ts'
import { freePorts } from '../ports.ts'
import { shared, usualSettings } from '../settings.ts'

interface Cast {
  /** Keys beside the usual ones. */
  more: string
  world: { platform: EngageDigital; relay: Relay; bot: Bot }
  platform: EngageDigital
  relay: Relay
  bot: Bot
  /** Who reads the relay's own log. */
  reader: Agent
}

const configuration = (port: number, botPort: number, platformPort: number, more: string) => `
listen: { port: ${port} }
publicUrl: http://127.0.0.1:${port}
store: sqlite:./footbridge.db
secret: a-secret-for-the-journeys
api: { token: ${shared.apiToken} }
bots:
  support:
    platform: ingenious
    baseUrl: ${Bot.baseUrl(botPort)}
    accessToken: ${shared.accessToken}
    teamId: ${shared.teamId}
    botId: ${shared.botId}
    webhookId: ${shared.webhookId}
    webhookSecret: ${shared.webhookSecret}
channels:
  care:
    platform: engage-digital
    bot: support
    start: { restart: true }
    apiUrl: http://127.0.0.1:${platformPort}/1.0
    accessToken: ${account.accessToken}
    secret: ${account.secret}
    verifyToken: ${account.verifyToken}
    webhookSecret: ${account.webhookSecret}
    botCategory: ${account.botCategory}
    agentCategory: ${account.agentCategory}
    sources: [${account.source}]
    lookEverySeconds: 1
    clockSkewMs: 0
    ${more}
retry: { firstMs: 100, factor: 2, capMs: 1000 }
logLevel: warn
`

const test = base.extend<Cast>({
  more: ['', { option: true }],
  world: async ({ more }, use, info) => {
    const folder = await mkdtemp(join(tmpdir(), 'footbridge-journey-'))
    const [port = 0, botPort = 0, platformPort = 0] = await freePorts(3)
    await writeFile(join(folder, 'footbridge.yaml'), configuration(port, botPort, platformPort, more))
    const platform = await EngageDigital.start(platformPort, port)
    const relay = await Relay.start(port, folder)
    const bot = await Bot.start(botPort, port, folder, usualSettings)
    await use({ platform, relay, bot })
    const complaints = await bot.complaints()
    if (info.status !== info.expectedStatus) {
      await info.attach('relay', { body: relay.printed() })
      await info.attach('shown', { body: JSON.stringify([...platform.threads.values()], null, 2) })
    }
    await Promise.all([relay.isStopped(), bot.isStopped(), platform.close()])
    await rm(folder, { recursive: true, force: true })
    expect(platform.failures, 'what Engage Digital complained about').toEqual([])
    expect(complaints, 'what the bot’s platform complained about').toEqual([])
  },
  platform: ({ world }, use) => use(world.platform),
  relay: ({ world }, use) => use(world.relay),
  bot: ({ world }, use) => use(world.bot),
  reader: ({ relay }, use) => use(new Agent(relay.url, shared.apiToken))
})

type Conversation = ReturnType<EngageDigital['opens']>

const greeting = [
  'bot: Hello! I am the demo bot behind this widget.',
  'bot: Try one of these, or just write something and I will repeat it.'
]

/** Exactly these, in this order. */
async function shows(platform: EngageDigital, thread: Conversation, ...lines: string[]): Promise<void> {
  await expect.poll(() => platform.shows(thread), { timeout: 20_000 }).toEqual(lines)
}

test('[J48] the platform finds its webhook, and nobody else does', async ({ platform }) => {
  const { status, text, type } = await platform.webhooks.validates()
  expect({ status, text }).toEqual({ status: 200, text: 'f0e1d2c3' })
  expect(type).toContain('text/plain')
  expect(await platform.webhooks.validates('another')).toMatchObject({ status: 401 })
})

test('[J48] a visitor is answered by the bot, taps, is transferred to an agent, and is the bot’s again', async ({
  platform,
  bot,
  reader
}) => {
  const thread = platform.opens()
  platform.visitorSays(thread, 'one')
  const begun = ['visitor: one', ...greeting, 'bot: You said: one']
  await shows(platform, thread, ...begun)

  platform.visitorTaps(thread, 'Ask for a person')
  const asked = [...begun, 'visitor: Ask for a person', 'bot: One moment, I am asking for a person.']
  await shows(platform, thread, ...asked)
  await expect.poll(() => thread.thread_category_ids).toEqual([account.otherCategory, account.agentCategory])

  platform.agentTakes(thread)
  platform.agentSays(thread, 'This is Grace.')
  platform.visitorSays(thread, 'my roses are ill')
  platform.agentSays(thread, 'Water them.')
  const helped = ['agent: This is Grace.', 'visitor: my roses are ill', 'agent: Water them.']
  await shows(platform, thread, ...asked, ...helped)

  platform.agentGivesBack(thread)
  const back = 'bot: I am the bot again. What else can I do?'
  await shows(platform, thread, ...asked, ...helped, back)
  platform.visitorSays(thread, 'two')
  await shows(platform, thread, ...asked, ...helped, back, 'visitor: two', 'bot: You said: two')
  await bot.hasHeard('one', 'two')
  await reader.findsInTheLog('one', 'two')
})

test('[J48] where no agent is there, the visitor keeps the bot', async ({ platform }) => {
  platform.agents = 'away'
  const thread = platform.opens()
  platform.visitorSays(thread, 'person')
  await shows(
    platform,
    thread,
    'visitor: person',
    ...greeting,
    'bot: One moment, I am asking for a person.',
    'bot: I am the bot again. What else can I do?'
  )
  platform.visitorSays(thread, 'two')
  await expect.poll(() => platform.shows(thread).at(-1), { timeout: 20_000 }).toBe('bot: You said: two')
  expect(thread.thread_category_ids).toContain(account.botCategory)
})

test('[J48] the agents’ own visitors, and other sources, are left alone', async ({
  platform,
  bot,
  reader
}) => {
  const agents = platform.opens()
  agents.thread_category_ids = [account.agentCategory]
  platform.visitorSays(agents, 'to the agents')
  platform.agentTakes(agents)
  platform.agentSays(agents, 'Hello')
  const elsewhere = platform.opens(account.otherSource)
  platform.visitorSays(elsewhere, 'elsewhere')
  const thread = platform.opens()
  platform.visitorSays(thread, 'one')
  await shows(platform, thread, 'visitor: one', ...greeting, 'bot: You said: one')
  await bot.hasHeard('one')
  expect(await reader.conversations()).toHaveLength(1)
  expect([...platform.shows(agents), ...platform.shows(elsewhere)]).toEqual([
    'visitor: to the agents',
    'agent: Hello',
    'visitor: elsewhere'
  ])
})

test('[J48] while an agent who came unasked is there, the bot is silent; afterwards it answers again', async ({
  platform,
  bot,
  reader
}) => {
  const thread = platform.opens()
  platform.visitorSays(thread, 'one')
  const begun = ['visitor: one', ...greeting, 'bot: You said: one']
  await shows(platform, thread, ...begun)
  const intervention = platform.agentTakes(thread)
  await expect.poll(async () => (await reader.conversations())[0]?.phase).toBe('agent')
  platform.visitorSays(thread, 'hello Grace')
  platform.agentSays(thread, 'Hello!')
  await expect.poll(async () => (await reader.log()).at(-1)?.content?.text).toBe('hello Grace')
  platform.agentLeaves(intervention)
  await reader.seesItWithTheBot()
  const between = ['visitor: hello Grace', 'agent: Hello!']
  platform.visitorSays(thread, 'two')
  await shows(platform, thread, ...begun, ...between, 'visitor: two', 'bot: You said: two')
  await bot.hasHeard('one', 'two')
})

test.describe('with interventions', () => {
  test.use({ more: 'whenClosed: both' })

  test('[J48] an intervention is opened before the first reply, and closed with the conversation', async ({
    platform,
    reader
  }) => {
    platform.needsIntervention = true
    const thread = platform.opens()
    platform.visitorSays(thread, 'one')
    await shows(platform, thread, 'visitor: one', ...greeting, 'bot: You said: one')
    await reader.closes()
    await expect.poll(() => thread.closed, { timeout: 20_000 }).toBe(true)
    expect(platform.interventions.map(({ closed, user_id: user }) => [closed, user])).toEqual([
      [true, account.botUser]
    ])
  })
})

test('[J49] what webhooks lose, double or bring in another order is said once, and in order', async ({
  platform,
  bot
}) => {
  const thread = platform.opens()
  platform.webhooks.deliver('lost')
  platform.visitorSays(thread, 'one')
  await shows(platform, thread, 'visitor: one', ...greeting, 'bot: You said: one')
  platform.webhooks.deliver('twice')
  platform.visitorSays(thread, 'two')
  await bot.hasHeard('one', 'two')
  platform.webhooks.deliver('well')
  platform.webhooks.gather()
  platform.visitorSays(thread, 'three')
  await new Promise(resolve => setTimeout(resolve, 5))
  platform.visitorSays(thread, 'four')
  await platform.webhooks.release()
  await bot.hasHeard('one', 'two', 'three', 'four')
})

test('[J49] a platform that errs, is overrun, or is changing the same thing gets it all the same, once', async ({
  platform
}) => {
  const thread = platform.opens()
  platform.willMeet('POST /1.0/contents', 'error', 'reset', 'reset after work', 'too many')
  platform.isBusyOnce()
  platform.visitorSays(thread, 'person')
  await shows(platform, thread, 'visitor: person', ...greeting, 'bot: One moment, I am asking for a person.')
  await expect.poll(() => thread.thread_category_ids).toContain(account.agentCategory)
})

test('[J50] the relay is killed in the middle of a conversation: nothing is lost, nothing doubled', async ({
  platform,
  relay,
  bot,
  reader
}) => {
  const thread = platform.opens()
  platform.visitorSays(thread, 'one')
  const begun = ['visitor: one', ...greeting, 'bot: You said: one']
  await shows(platform, thread, ...begun)

  // Posted, and nobody here knows it.
  platform.willMeet('POST /1.0/contents', 'hang after work')
  platform.visitorSays(thread, 'two')
  await expect.poll(() => platform.shows(thread).at(-1), { timeout: 20_000 }).toBe('bot: You said: two')
  await relay.dies()
  platform.visitorSays(thread, 'three')
  await relay.isStartedAgain()
  const after = ['visitor: two', 'bot: You said: two', 'visitor: three', 'bot: You said: three']
  await shows(platform, thread, ...begun, ...after)
  platform.visitorTaps(thread, 'Show me cards')
  await expect
    .poll(() => platform.shows(thread).length, { timeout: 20_000 })
    .toBe(begun.length + after.length + 2)
  await bot.hasHeard('one', 'two', 'three')
  await reader.findsInTheLog('one', 'two', 'three')
})
