import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { Bot } from '../actors/bot.ts'
import { type Ended, run } from '../command.ts'
import { Ebbot } from '../fakes/ebbot.ts'
import { welcome } from '../fakes/ebbot-bot.ts'
import { freePorts } from '../ports.ts'
import { shared, usualSettings } from '../settings.ts'

const botId = 'ebq7k2m9x4t1v8c3z6n5b0d2f7h1j4'
const secrets = [shared.accessToken, shared.webhookSecret, 'a-secret-for-the-journeys', 'wh-3f0c77aa']

interface Clinic {
  /** Where the relay would listen. */
  port: number
  folder: string
  /** Runs `npm run doctor` on a bot that is configured so. */
  examines(bot: object, start: string, publicUrl?: string): Promise<Ended>
}

/** The doctor as it is built, at the place of a relay. */
const test = base.extend<{ clinic: Clinic; ebbot: Ebbot; bot: Bot & { baseUrl: string } }>({
  clinic: async ({ locale }, use) => {
    void locale
    const folder = await mkdtemp(join(tmpdir(), 'footbridge-doctor-'))
    const [port = 0] = await freePorts(1)
    await use({
      port,
      folder,
      async examines(bot, start, publicUrl = `http://127.0.0.1:${port}`) {
        const file = join(folder, 'footbridge.yaml')
        await writeFile(file, configuration({ port, publicUrl, start, bot: JSON.stringify(bot) }))
        const ended = await run(['doctor', '--config', file, '--bot', 'support'])
        for (const secret of secrets) expect(ended.said + ended.complained).not.toContain(secret)
        return ended
      }
    })
    await rm(folder, { recursive: true, force: true })
  },
  ebbot: async ({ clinic }, use) => {
    const outgoing = `http://127.0.0.1:${clinic.port}/bots/support/${shared.webhookSecret}`
    const ebbot = await Ebbot.start({ botId, outgoing })
    await use(ebbot)
    await ebbot.close()
  },
  bot: async ({ clinic }, use) => {
    const [port = 0] = await freePorts(1)
    const bot = await Bot.start(port, clinic.port, clinic.folder, usualSettings)
    await use(Object.assign(bot, { baseUrl: Bot.baseUrl(port) }))
    await bot.isStopped()
  }
})

interface Configured {
  port: number
  publicUrl: string
  start: string
  bot: string
}

const configuration = ({ port, publicUrl, start, bot }: Configured) => `
listen: { port: ${port} }
publicUrl: ${publicUrl}
secret: a-secret-for-the-journeys
sites:
  shop: { origins: ["https://shop.example"], bot: support, start: ${start} }
bots:
  support: ${bot}
`

const atEbbot = (webhookUrl: string) => ({
  platform: 'ebbot',
  webhookUrl,
  botId,
  webhookSecret: shared.webhookSecret,
  timeoutMs: 3_000
})
const atIngenious = (baseUrl: string, accessToken: string = shared.accessToken) => {
  const { teamId, botId: id, webhookId, webhookSecret } = shared
  return { platform: 'ingenious', baseUrl, accessToken, teamId, botId: id, webhookId, webhookSecret }
}
const scenario = `{ scenario: ${welcome} }`
const restart = '{ restart: true }'

test('[DR13] at Ebbot all of it is green, in chats of the sandbox alone, and nothing is asked that must not be', async ({
  clinic,
  ebbot
}) => {
  const { code, said } = await clinic.examines(atEbbot(ebbot.webhookUrl), scenario)
  expect(said.match(/^(ok|note|WRONG)\s+.*?:/gm)).toEqual([
    'ok    listen:',
    'ok    public URL:',
    'ok    platform:',
    'ok    clock:',
    'ok    start:',
    'note  webhook:'
  ])
  expect(said).toContain('the bot answered 2 times')
  expect([code, said.trimEnd().split('\n').at(-1)]).toEqual([0, 'support works.'])
  expect(ebbot.heard).toMatchObject([{ type: 'scenario', sandbox: true }])
  // Its events are put off while nobody is there who would keep them.
  expect(ebbot.failures.filter(one => !one.startsWith('an event was answered 503'))).toEqual([])
})

test('[DR13] at Ebbot another address than the one to copy is told as that', async ({ clinic, ebbot }) => {
  const wrong = ebbot.webhookUrl.replace(/[^/]+$/, 'wh-00000000')
  const { code, said } = await clinic.examines(atEbbot(wrong), scenario)
  expect(said).toMatch(/^WRONG start: .*404.*\n +There is nothing at this URL: copy it anew, whole/m)
  expect([code, said.includes('wh-00000000')]).toEqual([6, false])
})

test('[DR13] at Ebbot an answer that never comes is told as that', async ({ clinic, ebbot }) => {
  ebbot.troubles.push('silence', 'silence')
  const { code, said } = await clinic.examines({ ...atEbbot(ebbot.webhookUrl), timeoutMs: 300 }, scenario)
  expect(said).toMatch(/^WRONG start: .*\n +Sent, and no answer that could be read/m)
  expect(code).toBe(7)
})

test('[DR13] a public URL where nobody is is told by what to change', async ({ clinic, ebbot }) => {
  const [nobody = 0] = await freePorts(1)
  const publicUrl = `http://127.0.0.1:${nobody}`
  const { code, said } = await clinic.examines(atEbbot(ebbot.webhookUrl), scenario, publicUrl)
  expect(said).toMatch(/^WRONG public URL: .*nothing listens there\n +\S/m)
  expect(said).toContain('support does not work yet (publicUrl).')
  expect(code).toBe(3)
})

test('[DR13] at inGenious the webhook comes and is acknowledged', async ({ clinic, bot }) => {
  const { code, said } = await clinic.examines(atIngenious(bot.baseUrl), restart)
  expect(said).toMatch(/^ok {4}webhook: .*\nok {4}acknowledge: .*\nsupport works\.$/m)
  expect([code, await bot.complaints()]).toEqual([0, []])
})

test('[DR13] at inGenious a wrong token is told as that', async ({ clinic, bot }) => {
  const { code, said } = await clinic.examines(atIngenious(bot.baseUrl, 'a-token-of-yesterday'), restart)
  expect(said).toMatch(/^WRONG start: .*answered 400.*\n +The token is wrong or was replaced/m)
  expect([code, said.includes('a-token-of-yesterday')]).toEqual([6, false])
})

test('[DR13] at inGenious an acknowledgement that does not arrive is told as that', async ({
  clinic,
  bot
}) => {
  await bot.missesAnAcknowledgement()
  const { code, said } = await clinic.examines(atIngenious(bot.baseUrl), restart)
  expect(said).toMatch(/^WRONG acknowledge: .*says the same message again\n +\S/m)
  expect(code).toBe(10)
})

test('[DR13] what is no bot, and what is no configuration, is told in words', async ({ clinic, ebbot }) => {
  await clinic.examines(atEbbot(ebbot.webhookUrl), scenario)
  const file = join(clinic.folder, 'footbridge.yaml')
  const other = await run(['doctor', '--config', file, '--bot', 'sales'])
  expect([other.code, other.said]).toEqual([1, '--bot: one of support\n'])
  await writeFile(file, 'publicUrl: nowhere')
  const wrong = await run(['doctor', '--config', file, '--bot', 'support'])
  expect([wrong.code, wrong.complained]).toEqual([1, expect.stringContaining(`${file}: publicUrl: `)])
})
