import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test as base, expect } from '@playwright/test'
import { Agent } from '../actors/agent.ts'
import { Bot } from '../actors/bot.ts'
import { Relay } from '../actors/relay.ts'
import type { Talk } from '../fakes/livechat/people.ts'
import { account, type LiveChat, startLiveChat } from '../fakes/livechat.ts'
import { freePorts } from '../ports.ts'
import { shared, usualSettings } from '../settings.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../dist/relay/livechat.js', import.meta.url))

/** A relay that is a bot of LiveChat's, the bot behind it, and everybody at LiveChat. */
interface Office {
  livechat: LiveChat
  relay: Relay
  bot: Bot
  log: Agent
  /** `npm run livechat -- NAME`: what it printed. */
  command(name: string): Promise<string>
  close(): Promise<void>
}

interface Options {
  version: '3.5' | '3.6'
  rules: string
}

const test = base.extend<{ office: Office; options: Options }>({
  options: [{ version: '3.6', rules: '' }, { option: true }],
  office: async ({ options }, use, info) => {
    const office = await openOffice(options)
    await use(office)
    const complaints = await office.bot.complaints()
    if (info.status !== info.expectedStatus)
      await info.attach('relay', { body: office.relay.printed() + office.bot.printed() })
    await office.close()
    expect(office.livechat.failures, 'what LiveChat complained about').toEqual([])
    expect(complaints, 'what the bot’s platform complained about').toEqual([])
  }
})

async function openOffice({ version, rules }: Options): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-livechat-'))
  const file = join(folder, 'footbridge.yaml')
  const [port = 0, botPort = 0] = await freePorts(2)
  const livechat = await startLiveChat(version)
  const settings = { port, botPort, folder, url: livechat.url, version, rules }
  await writeFile(file, configuration(settings))
  const call = async (name: string) => (await run(process.execPath, [command, name, '--config', file])).stdout
  const made = await call('setup')
  const [, bot = ''] = /^botId: "(\S+)"$/m.exec(made) ?? []
  const [, secret = ''] = /^botSecret: "(\S+)"$/m.exec(made) ?? []
  await writeFile(file, configuration({ ...settings, made: `botId: "${bot}"\n    botSecret: "${secret}"` }))
  const [relay, behind] = await Promise.all([
    Relay.start(port, folder),
    Bot.start(botPort, port, folder, usualSettings)
  ])
  return {
    livechat,
    relay,
    bot: behind,
    log: new Agent(relay.url, shared.apiToken),
    command: call,
    async close() {
      await Promise.all([relay.isStopped(), behind.isStopped()])
      await livechat.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

interface Written {
  port: number
  botPort: number
  folder: string
  url: string
  version: string
  rules: string
  made?: string
}

const configuration = ({ port, botPort, folder, url, version, rules, made = '' }: Written): string => `
listen: { port: ${port} }
publicUrl: http://127.0.0.1:${port}
store: sqlite:${folder}/footbridge.db
secret: a-secret-for-the-journeys
api: { token: ${shared.apiToken} }
channels:
  care:
    platform: livechat
    bot: support
    start: { restart: true }
    apiUrl: ${url}
    accountsUrl: ${url}
    version: "${version}"
    organizationId: ${account.organizationId}
    clientId: "${account.clientId}"
    accountId: ${account.accountId}
    accessToken: ${account.accessToken}
    webhookSecret: the-secret-of-livechats-webhooks
    secretKey: the-key-that-each-webhook-repeats
    callsPerSecond: 200
    catchUpSeconds: 1
    handover: { nobody: Everybody is busy. }
    ${made}
    ${rules}
bots:
  support:
    platform: ingenious
    baseUrl: ${Bot.baseUrl(botPort)}
    accessToken: ${shared.accessToken}
    teamId: ${shared.teamId}
    botId: ${shared.botId}
    webhookId: ${shared.webhookId}
    webhookSecret: ${shared.webhookSecret}
retry: { firstMs: 100, factor: 2, capMs: 1000 }
logLevel: warn
`

const menu = 'bot: Try one of these, or just write something and I will repeat it.'
const greeting = ['bot: Hello! I am the demo bot behind this widget.', menu]
const asking = 'bot: One moment, I am asking for a person.'

const patience = { timeout: 20_000 }

const reads = (office: Office, talk: Talk, ...lines: string[]): Promise<void> =>
  expect.poll(() => office.livechat.shown(talk), patience).toEqual(lines)

/** The newest conversation of the relay stands so. */
const isIn = (office: Office, phase: string): Promise<void> =>
  expect.poll(async () => (await office.log.conversations())[0]?.phase, patience).toBe(phase)

/** What the relay keeps, as `who: words`. */
async function kept(office: Office): Promise<string[]> {
  const entries = await office.log.log()
  return entries.flatMap(({ kind, by, content }) =>
    kind === 'message' && by !== undefined ? [`${by}: ${content?.text ?? ''}`] : []
  )
}

async function begins(office: Office, text: string): Promise<{ talk: Talk; sofar: string[] }> {
  const talk = office.livechat.visitorBegins(text)
  const sofar = [`visitor: ${text}`, ...greeting, `bot: You said: ${text}`]
  await reads(office, talk, ...sofar)
  return { talk, sofar }
}

/** The visitor asks for a person, who comes. */
async function isTakenOver(office: Office): Promise<{ talk: Talk; sofar: string[] }> {
  const { talk, sofar } = await begins(office, 'Good day')
  office.livechat.visitorClicks(talk, 'Ask for a person')
  await isIn(office, 'agent')
  const lines = [...sofar, 'visitor: Ask for a person', asking]
  await reads(office, talk, ...lines)
  return { talk, sofar: lines }
}

for (const version of ['3.5', '3.6'] as const) {
  test.describe(version, () => {
    test.use({ options: { version, rules: '' } })

    test(`[J51] over ${version} the command sets up, the bot talks, a person takes over and closes`, async ({
      office
    }) => {
      const { livechat, bot } = office
      expect(livechat.model.bots).toMatchObject([{ name: 'Footbridge', status: 'accepting_chats' }])
      const { talk, sofar } = await isTakenOver(office)
      livechat.agentSays(talk, 'I am Ann')
      livechat.visitorSays(talk, 'Good that you are there')
      livechat.agentCloses(talk)
      await isIn(office, 'closed')
      await reads(office, talk, ...sofar, 'agent: I am Ann', 'visitor: Good that you are there')
      expect((await kept(office)).slice(-2)).toEqual(['agent: I am Ann', 'visitor: Good that you are there'])
      await bot.hasHeard('Good day')
      expect(talk.chat.seenUpTo).toBeTruthy()

      const next = livechat.visitorReturns(talk, 'One more thing')
      await expect.poll(async () => (await office.log.conversations()).length, patience).toBe(2)
      expect(next.thread.id).not.toBe(talk.thread.id)
    })
  })
}

test('[J51] the command changes nothing that is right, and takes away what it made', async ({ office }) => {
  const { model } = office.livechat
  const before = model.registrations.map(({ id }) => id)
  model.registrations.push({
    id: 'theirs',
    action: 'incoming_chat',
    url: 'https://elsewhere.example/hook',
    description: 'somebody else’s',
    secretKey: 'x',
    additionalData: [],
    filters: {}
  })
  expect(await office.command('setup')).not.toContain('botSecret')
  expect(model.registrations.map(({ id }) => id)).toEqual([...before, 'theirs'])
  expect(model.registrations.slice(0, before.length)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ filters: expect.objectContaining({ chat_presence: { my_bots: true } }) })
    ])
  )
  expect(await office.command('status')).toContain(`${before.length} right, 0 missing, 0 stale`)
  await office.command('teardown')
  expect(model.registrations.map(({ id }) => id)).toEqual(['theirs'])
  expect(model.bots).toMatchObject([{ status: 'offline' }])
})

test('[J51] when nobody is free the visitor is told, and has the bot again', async ({ office }) => {
  const { livechat, bot } = office
  for (const agent of livechat.model.agents) agent.free = false
  const { talk, sofar } = await begins(office, 'Good day')
  livechat.visitorClicks(talk, 'Ask for a person')
  const back = 'bot: I am the bot again. What else can I do?'
  await reads(office, talk, ...sofar, 'visitor: Ask for a person', asking, 'bot: Everybody is busy.', back)
  livechat.visitorSays(talk, 'pity')
  await bot.hasHeard('Good day', 'pity')
  await isIn(office, 'bot')
})

test('[J51] an agent gives the chat to the bot, which hears the visitor again', async ({ office }) => {
  const { livechat, bot } = office
  const { talk } = await isTakenOver(office)
  livechat.visitorSays(talk, 'for Ann alone')
  livechat.agentGivesBack(talk)
  await isIn(office, 'bot')
  livechat.visitorSays(talk, 'and for the bot')
  await bot.hasHeard('Good day', 'and for the bot')
})

test.describe('with rules', () => {
  const rules = `rules:
      idle: { minutes: 0.02, text: Ann will be back soon. }
      tagged: { refund: { suggest: [Offer the money back.], words: [money] } }
      rated: { good: Ask for a review., bad: Ask what was wrong. }`
  test.use({ options: { version: '3.6', rules } })

  test('[J52] a silent agent is spoken for, a tag and a rating bring agents suggestions, each once', async ({
    office
  }) => {
    const { livechat, relay } = office
    const { talk, sofar } = await isTakenOver(office)
    livechat.agentSays(talk, 'I am Ann')
    livechat.visitorSays(talk, 'hello?')
    const idle = [...sofar, 'agent: I am Ann', 'visitor: hello?', 'bot: Ann will be back soon.']
    await reads(office, talk, ...idle)
    livechat.agentTags(talk, 'refund')
    const among = (...lines: string[]) =>
      expect.poll(() => livechat.amongAgents(talk), patience).toEqual(lines.map(line => `bot: ${line}`))
    await among('Offer the money back.')
    livechat.visitorSays(talk, 'I want my MONEY')
    await among('Offer the money back.', 'Offer the money back.')
    livechat.visitorRates(talk, 0)
    await among('Offer the money back.', 'Offer the money back.', 'Ask what was wrong.')

    await relay.dies()
    await relay.isStartedAgain()
    livechat.agentSays(talk, 'here I am')
    livechat.visitorSays(talk, 'at last')
    const after = ['visitor: I want my MONEY', 'agent: here I am', 'visitor: at last']
    await reads(office, talk, ...idle, ...after, 'bot: Ann will be back soon.')
    await among('Offer the money back.', 'Offer the money back.', 'Ask what was wrong.')
  })
})

test('[J53] what webhooks lost is found, and what came twice is heard once', async ({ office }) => {
  const { livechat, bot } = office
  livechat.road.lost = 1
  const { talk, sofar } = await begins(office, 'lost on the way')
  livechat.road.twice = 1
  livechat.visitorSays(talk, 'twice')
  await reads(office, talk, ...sofar, 'visitor: twice', 'bot: You said: twice')
  livechat.road.lost = 1
  livechat.agentCloses(talk)
  await isIn(office, 'closed')
  await bot.hasHeard('lost on the way', 'twice')
})

test('[J53] the relay is killed in the middle of a conversation: nothing is lost, nothing doubled', async ({
  office
}) => {
  const { livechat, relay } = office
  const { talk, sofar } = await begins(office, 'one')
  livechat.visitorSays(talk, 'two')
  await relay.dies()
  livechat.visitorSays(talk, 'three')
  await relay.isStartedAgain()
  livechat.visitorSays(talk, 'four')
  // What was lost meanwhile is found after what came at once: LiveChat promises no order either.
  const said = ['two', 'three', 'four']
  const all = [
    ...sofar,
    ...said.map(text => `visitor: ${text}`),
    ...said.map(text => `bot: You said: ${text}`)
  ]
  await expect.poll(() => livechat.shown(talk).toSorted(), patience).toEqual(all.toSorted())
})

test('[J53] a call that was done without an answer is not made twice', async ({ office }) => {
  const { livechat } = office
  livechat.troubles.push(
    { action: 'send_event', resetAfterWork: true },
    { action: 'send_event', error: 'too_many_requests' }
  )
  const { talk, sofar } = await begins(office, 'one')
  livechat.forgetsTokens()
  livechat.visitorSays(talk, 'two')
  await reads(office, talk, ...sofar, 'visitor: two', 'bot: You said: two')
})
