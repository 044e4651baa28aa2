import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect } from '@playwright/test'
import { Agent } from '../actors/agent.ts'
import { notices } from '../actors/notices.ts'
import { Relay } from '../actors/relay.ts'
import { Visitor } from '../actors/visitor.ts'
import { type Bot9Keys, type FakeBot9, startFakeBot9 } from '../fakes/bot9.ts'
import { freePorts } from '../ports.ts'
import { openWebsite } from '../website.ts'

const keys: Bot9Keys = {
  apiKey: 'the-key-of-the-account',
  chatbotId: '3b1f0c9e-1111-4222-8333-444455556666',
  signature: { header: 'x-their-signature', prefix: 'sha256=', secret: 'the-secret-of-signatures' }
}
const apiToken = 'the-token-of-the-agents-side'
const webhookSecret = 'the-secret-of-the-webhook'

const configuration = (port: number, folder: string, origin: string, baseUrl: string) => `
listen: { port: ${port} }
publicUrl: http://127.0.0.1:${port}
store: sqlite:${folder}/footbridge.db
secret: a-secret-for-the-journeys
api: { token: ${apiToken} }
sites:
  shop: { title: Garden help, origins: ["${origin}"], bot: support, start: {} }
bots:
  support:
    platform: bot9
    baseUrl: ${baseUrl}
    apiKey: ${keys.apiKey}
    chatbotId: ${keys.chatbotId}
    webhookSecret: ${webhookSecret}
    requestsPerSecond: 20
    timeoutMs: 10000
    verify: { mode: hmac, header: X-Their-Signature, prefix: sha256=, secret: ${keys.signature.secret} }
retry: { firstMs: 100, factor: 2, capMs: 1000 }
logLevel: warn
`

interface Cast {
  bot9: FakeBot9
  relay: Relay
  visitor: Visitor
  agent: Agent
  /** Where Bot9 was told to post. */
  webhook: string
}

/** A shop whose visitors talk to a bot of Bot9, and everybody in it. */
async function buildWorld(context: BrowserContext) {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-journey-'))
  const [port = 0] = await freePorts(1)
  const bot9 = await startFakeBot9(keys)
  const website = await openWebsite(`http://127.0.0.1:${port}`)
  const text = configuration(port, folder, website.origin, bot9.baseUrl)
  await writeFile(join(folder, 'footbridge.yaml'), text)
  const relay = await Relay.start(port, folder)
  const visitor = new Visitor(await context.newPage(), website.origin)
  await visitor.visits()
  await visitor.opensTheChat()
  return {
    bot9,
    relay,
    visitor,
    async close() {
      await Promise.all([relay.isStopped(), bot9.close(), website.close()])
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const test = base.extend<Cast & { world: Awaited<ReturnType<typeof buildWorld>> }>({
  world: async ({ context }, use, info) => {
    const world = await buildWorld(context)
    await use(world)
    if (info.status !== info.expectedStatus) await info.attach('relay', { body: world.relay.printed() })
    await world.close()
    expect(world.bot9.failures, 'what Bot9 would not have understood').toEqual([])
    expect(world.visitor.troubles, 'errors on the page').toEqual([])
  },
  bot9: ({ world }, use) => use(world.bot9),
  relay: ({ world }, use) => use(world.relay),
  visitor: ({ world }, use) => use(world.visitor),
  agent: ({ world }, use) => use(new Agent(world.relay.url, apiToken)),
  webhook: ({ world }, use) => use(`${world.relay.url}/bots/support/${webhookSecret}`)
})

test('[J45] a visitor chats with a bot of Bot9: it is seen typing, and answers inside the call', async ({
  visitor,
  bot9,
  agent
}) => {
  const answer = bot9.holdAnswers()
  await visitor.says('apples')
  await visitor.seesAsSent('apples')
  await visitor.sees(notices.typing)
  answer()
  await visitor.sees('You said: apples')
  await visitor.doesNotSee(notices.typing)
  bot9.willMeet({ status: 429, retryAfter: 1 }, { status: 503 })
  await visitor.saysAndIsAnswered('pears')
  await visitor.hasBeenTold('You said: apples', 'You said: pears')
  await agent.findsInTheLog('apples', 'pears')
  expect(bot9.heard()).toEqual(['apples', 'pears'])
  expect(bot9.conversations).toHaveLength(1)
})

test('[J45] what Bot9 tells by webhook is shown where it names the conversation, and once', async ({
  visitor,
  bot9,
  webhook
}) => {
  await visitor.saysAndIsAnswered('apples')
  const [{ id: conversationId } = { id: '' }] = bot9.conversations
  const said = { conversationId, senderType: 'bot' }
  const proactive = { ...said, messageId: 'm-1', message: 'We close at six.' }
  const told = [
    { message: 'You said: apples', sender: 'user-42' },
    { ...said, messageId: 'm-0', message: 'You said: apples' },
    { ...said, senderType: 'user', message: 'apples' },
    { ...said, conversationId: 'of-somebody-else', message: 'For somebody else.' },
    proactive,
    proactive,
    { ...said, senderType: 'humanagent', message: 'A person here.' }
  ]
  for (const data of told) expect(await bot9.tells(webhook, data)).toBe(200)
  expect(await bot9.tells(webhook, { ...said, message: 'Forged.' }, 'another-secret-of-signatures')).toBe(401)
  expect(await bot9.tells(webhook, { ...said, chatbotId: 'another', message: 'Strange.' })).toBe(404)
  expect(await bot9.tells(`${webhook}x`, { ...said, message: 'Guessed.' })).toBe(404)
  await visitor.hasBeenTold('You said: apples', 'We close at six.', 'A person here.')
  expect(bot9.heard()).toEqual(['apples'])
})

test('[J46] an answer of Bot9 that is lost is shown as not delivered, and is said again by its button', async ({
  visitor,
  bot9
}) => {
  await visitor.saysAndIsAnswered('apples')
  bot9.willMeet('reset', { status: 502 })
  await visitor.says('pears')
  await visitor.seesAsNotSent('pears', 'Not delivered')
  await visitor.says('plums')
  await visitor.seesAsNotSent('plums', 'Not delivered')
  expect(bot9.heard()).toEqual(['apples', 'pears'])
  await visitor.triesAgain('plums')
  await visitor.sees('You said: plums')
  await visitor.triesAgain('pears')
  await visitor.sees('You said: pears')
  await visitor.hasBeenTold('You said: apples', 'You said: plums', 'You said: pears')
  expect(bot9.heard()).toEqual(['apples', 'pears', 'plums', 'pears'])
})

test('[J47] the relay is killed while Bot9 answers: nothing is lost, and nothing said twice', async ({
  visitor,
  relay,
  bot9,
  agent
}) => {
  await visitor.saysAndIsAnswered('one')
  const answer = bot9.holdAnswers()
  await visitor.says('two')
  await expect.poll(bot9.heard).toEqual(['one', 'two'])
  await visitor.says('three')
  await visitor.seesAsSent('three')
  await relay.dies()
  await visitor.says('four')
  await visitor.seesAsWaiting('four')
  answer()
  await relay.isStartedAgain()
  await visitor.sees('You said: four')
  await visitor.seesAsNotSent('two', 'Not delivered')
  await visitor.hasSaid('one', 'two', 'three', 'four')
  await visitor.hasBeenTold('You said: one', 'You said: three', 'You said: four')
  expect(bot9.heard()).toEqual(['one', 'two', 'three', 'four'])
  await agent.findsInTheLog('one', 'two', 'three', 'four')
  await visitor.triesAgain('two')
  await visitor.sees('You said: two')
  expect(bot9.heard()).toEqual(['one', 'two', 'three', 'four', 'two'])
  expect(bot9.conversations).toHaveLength(1)
})
