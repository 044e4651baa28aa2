import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Config, readConfig } from '../config.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { quietLog } from '../lib/log.ts'
import { platforms } from '../platforms.ts'
import { createReferenceBot, type ReferenceBot } from '../reference-bot/index.ts'
import type { ReferenceBotOptions } from '../reference-bot/options.ts'
import { laterClock } from '../testing/later-clock.ts'
import type { Patience } from './examine.ts'
import { runDoctor } from './index.ts'
import { failure } from './reach.ts'

const token = 'secret-token-of-theirs'
const secret = 'secret-of-the-webhook-0123456789'
const ids = { teamId: 'tm_1', botId: 'bt_1', webhookId: 'wh_1' }
const usual = { reachMs: 5_000, webhookMs: 5_000, repeatMs: 300 }

type Handler = (request: IncomingMessage, response: ServerResponse) => void
interface Place {
  url: string
  port: number
}
const closing: (() => Promise<void>)[] = []
async function serve(handler: Handler): Promise<Place> {
  const server = createServer(handler)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}` }
}

let doctor: string
let front: Place
let bot: ReferenceBot
let lines: string[]
let seenElsewhere: number[]
beforeEach(async () => {
  lines = []
  seenElsewhere = []
  front = await serve(forward)
})
afterEach(async () => {
  // Whatever failed.
  for (const canary of [token, secret, 'secret-of-the-relay-0', 'secret-step'])
    expect(lines.join('\n')).not.toContain(canary)
  for (const close of closing.splice(0)) await close()
})

/** The proxy in front of the relay, as most have one. */
function forward(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { method = 'GET', url = '' } = request
    const body = Buffer.concat(parts)
    fetch(doctor + url, { method, ...(method === 'POST' && { body }) })
      .then(async answer => response.writeHead(answer.status).end(await answer.text()))
      .catch(() => response.writeHead(502).end())
  })
}

async function startBot(options: Partial<ReferenceBotOptions> = {}): Promise<string> {
  bot = createReferenceBot({
    ...ids,
    token,
    clock: systemClock,
    log: quietLog,
    pace: { typing: false, perWordMs: 0, minMs: 0, maxMs: 0 },
    resendMs: 50,
    webhookUrl: `${front.url}/bots/support/${secret}`,
    ...options
  })
  const url = await bot.listen(0, '127.0.0.1')
  closing.push(() => bot.close())
  return url
}
const tell = async (path: string, body: unknown) => {
  const url = new URL(bot.baseUrl).origin
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  await fetch(`${url}/admin/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}
async function record() {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${new URL(bot.baseUrl).origin}/admin/record`, { headers })
  return z
    .object({ counts: z.record(z.string(), z.number()), failures: z.array(z.unknown()) })
    .parse(await answer.json())
}

interface Wrong {
  bot?: Readonly<Record<string, string>>
  publicUrl?: string
  port?: number
  clock?: Clock
  patience?: Partial<Patience>
}

async function examined({
  bot: settings = {},
  publicUrl = front.url,
  port = 0,
  clock,
  patience
}: Wrong = {}) {
  const keys = {
    platform: 'ingenious',
    baseUrl: bot.baseUrl,
    accessToken: token,
    ...ids,
    webhookSecret: secret,
    timeoutMs: 2_000,
    ...settings
  }
  const site = { origins: ['https://shop.example.com'], bot: 'support', start: { restart: true } }
  const whole = {
    listen: { port },
    publicUrl,
    secret: 'secret-of-the-relay-0',
    sites: { shop: site },
    bots: { support: keys }
  }
  return run(readConfig(JSON.stringify(whole), {}, platforms), { clock, patience })
}

interface How {
  clock?: Clock | undefined
  patience?: Partial<Patience> | undefined
  id?: string
}

async function run(config: Config, { clock = systemClock, patience, id = 'support' }: How = {}) {
  const code = await runDoctor({
    config,
    bot: id,
    platforms,
    clock,
    patience: { ...usual, ...patience },
    say: line => lines.push(line),
    listening: url => {
      doctor = url
      onListening()
    }
  })
  return { code, says: lines.join('\n') }
}
let onListening = () => {}
afterEach(() => {
  onListening = () => {}
})

const closedPort = async () => {
  const { url } = await serve(() => undefined)
  await closing.pop()?.()
  return url
}

test('[DR1] where everything works each step says so, and the message is acknowledged', async () => {
  await startBot()
  const { code, says } = await examined()
  expect(says.match(/^ok .*?:/gm)).toEqual([
    'ok    listen:',
    'ok    public URL:',
    'ok    platform:',
    'ok    clock:',
    'ok    start:',
    'ok    webhook:',
    'ok    acknowledge:'
  ])
  expect(code).toBe(0)
  expect((await record()).failures).toEqual([])
})

test('[DR1] a bot that is not configured is none to examine', async () => {
  await startBot()
  const config = readConfig(
    `{ publicUrl: "${front.url}", secret: secret-of-the-relay-0, sites: { s: { origins: ["https://x.example"], bot: b, start: {} } },
       bots: { b: { platform: ebbot, webhookUrl: "https://x.example/secret-step", botId: b, webhookSecret: ${secret} } } }`,
    {},
    platforms
  )
  for (const id of ['', 'support', '__proto__']) expect((await run(config, { id })).code).toBe(1)
  expect(lines[0]).toBe('--bot: one of b')
})

test('[DR2] a platform that cannot be reached is told by what it fails at', async () => {
  await startBot()
  const tls = bot.baseUrl.replace('http:', 'https:')
  const cases = [
    [await closedPort(), 'nothing listens there'],
    ['http://nowhere.invalid', 'DNS'],
    [tls, 'TLS fails: what listens there does not speak TLS']
  ] as const
  for (const [baseUrl, words] of cases) {
    lines = []
    const { code, says } = await examined({ bot: { baseUrl } })
    expect([code, says], baseUrl).toEqual([4, expect.stringContaining(words)])
  }
  for (const certificate of [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID'
  ]) {
    expect(failure(certificate, { host: 'x' }).says).toMatch(/^x: TLS fails: its certificate/)
  }
  expect(failure('ETIMEDOUT', { host: 'x' }).says).toBe('x: no answer in time')
})

test('[DR3] a wrong token, a wrong id and a URL that leads nowhere are told by what to copy anew', async () => {
  await startBot()
  const wrong = [
    [{ accessToken: 'another-token' }, 'The token is wrong'],
    [{ baseUrl: bot.baseUrl.replace('bt_1', 'bt_2') }, 'an id is another bot’s'],
    [{ baseUrl: new URL('/elsewhere', bot.baseUrl).href }, 'There is nothing at this URL']
  ] as const
  for (const [settings, words] of wrong) {
    lines = []
    const { code, says } = await examined({ bot: settings })
    expect([code, says]).toEqual([6, expect.stringContaining(words)])
  }
})

test('[DR4] a redirect, a platform in trouble and silence at the start are told apart', async () => {
  await startBot()
  const cases = [
    [{ call: 'create', how: { status: 301 } }, 'That is a redirect'],
    [{ call: 'messages', how: { status: 500 } }, 'in trouble'],
    [{ call: 'create', how: { status: 429 } }, 'Too much at once'],
    [{ call: 'messages', how: { hangBeforeWork: true } }, 'no answer that could be read'],
    [{ call: 'create', how: { resetBeforeWork: true } }, 'no answer that could be read']
  ] as const
  for (const [misbehaviour, words] of cases) {
    lines = []
    await tell('reset', {})
    await tell('misbehave', misbehaviour)
    const { code, says } = await examined()
    expect([code, says], words).toEqual([7, expect.stringContaining(words)])
  }
})

test('[DR5] a public URL that does not lead here is told by where it leads', async () => {
  const away = await serve((_, response) =>
    response.writeHead(301, { location: 'https://www.example.com/secret-step' }).end()
  )
  const nobody = await serve((_, response) => response.writeHead(502).end())
  const guarded = await serve((_, response) => response.writeHead(401).end())
  const other = await serve((_, response) => response.writeHead(200).end('<h1>It works!</h1>'))
  const cases = [
    [away.url, 'redirects to https://www.example.com\n'],
    [nobody.url, 'does not reach this machine'],
    [guarded.url, 'wants a sign-in'],
    [other.url, 'Something else stands there'],
    [await closedPort(), 'nothing listens there']
  ] as const
  for (const [publicUrl, words] of cases) {
    lines = []
    await startBot({ webhookUrl: `${publicUrl}/bots/support/${secret}`, retry: false })
    const { code, says } = await examined({ publicUrl, patience: { webhookMs: 50 } })
    expect([code, says], publicUrl).toEqual([3, expect.stringContaining(words)])
  }
})

test('[DR5] where the platform comes through all the same, it is a note', async () => {
  await startBot()
  const { code, says } = await examined({ publicUrl: await closedPort() })
  expect([code, says]).toEqual([
    0,
    expect.stringMatching(/^note {2}public URL: .*\n.*came through all the same/m)
  ])
})

test('[DR6] a webhook that is not as it should be is told, and which URL to paste', async () => {
  const webhook = (path: string) => `${front.url}/bots/${path}`
  const cases = [
    [{ webhookUrl: webhook(`support/another-${secret}`) }, 9, 'another secret at the end'],
    [{ webhookUrl: webhook(`other/${secret}`) }, 9, 'the path of another bot'],
    [{ webhookUrl: webhook(`support/${secret}/`) }, 9, 'goes on behind the secret'],
    [{ webhookUrl: webhook(`support/${secret}/more`) }, 9, 'goes on behind the secret'],
    [{ webhookId: 'wh_2' }, 9, 'another team, bot or webhook']
  ] as const
  for (const [options, expected, words] of cases) {
    lines = []
    await startBot(options)
    const { code, says } = await examined()
    expect([code, says], words).toEqual([expected, expect.stringContaining(words)])
  }
  lines = []
  await startBot({ webhookUrl: `${await closedPort()}/elsewhere`, retry: false })
  const { code, says } = await examined({ patience: { webhookMs: 50 } })
  expect([code, says]).toEqual([
    8,
    expect.stringContaining(`${front.url}/bots/support/ and then webhookSecret`)
  ])
})

test('[DR7] an acknowledgement that is not taken is told', async () => {
  await startBot()
  await tell('drop-ack', { times: 1 })
  const dropped = await examined({ patience: { repeatMs: 5_000 } })
  expect([dropped.code, dropped.says]).toEqual([10, expect.stringContaining('says the same message again')])
  for (const [status, expected] of [
    [400, 6],
    [500, 10],
    [302, 10]
  ] as const) {
    lines = []
    await tell('reset', {})
    await tell('misbehave', { call: 'delivery', times: 9, how: { status } })
    const { code, says } = await examined()
    expect([code, says], String(status)).toEqual([expected, expect.stringContaining(`WRONG acknowledge: `)])
  }
})

test('[DR8] a clock that is apart from the platform’s is told', async () => {
  await startBot()
  const clock = laterClock()
  clock.later(600_000)
  const { code, says } = await examined({ clock })
  expect([code, says]).toEqual([5, expect.stringContaining('10 min ahead of the platform')])
  clock.later(-1_200_000)
  lines = []
  expect((await examined({ clock })).says).toContain('10 min behind the platform')
})

test('[DR9] where the relay is running the doctor says so and touches nothing', async () => {
  await startBot()
  const { code, says } = await examined({ port: front.port })
  expect([code, says]).toEqual([2, expect.stringContaining('Stop the relay')])
  expect((await record()).counts['create'] ?? 0).toBe(0)
})

test('[DR11] what is posted about other conversations is put off for the relay', async () => {
  await startBot()
  const event = {
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [
      {
        id: 'ev_x',
        timestamp: 1,
        type: 'conversation:message',
        payload: {
          conversation: { id: 'somebody-elses' },
          message: { id: 'm', author: { type: 'chatbot' }, content: { type: 'text', text: 'Hi' } }
        }
      }
    ]
  }
  const posts: Promise<unknown>[] = []
  onListening = () => {
    const post = fetch(`${doctor}/bots/support/${secret}`, { method: 'POST', body: JSON.stringify(event) })
    posts.push(post.then(({ status }) => seenElsewhere.push(status)))
  }
  expect((await examined()).code).toBe(0)
  await Promise.all(posts)
  expect(seenElsewhere).toEqual([503])
})

test('[DR12] a bot that answers inside the call is proved by its answers, and Ebbot’s chat is one of the sandbox', async () => {
  const bodies: unknown[] = []
  const ebbot = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.method === 'POST') bodies.push(JSON.parse(Buffer.concat(parts).toString()))
      const answers = [{ type: 'text', value: 'Hi', chatId: 'chat-1' }]
      response.end(JSON.stringify({ success: true, request_id: 'r', data: { answers, chatId: 'chat-1' } }))
    })
  })
  for (const start of [{}, { scenario: 'welcome' }]) {
    const config = readConfig(
      JSON.stringify({
        listen: { port: 0 },
        publicUrl: front.url,
        secret: 'secret-of-the-relay-0',
        sites: { shop: { origins: ['https://shop.example.com'], bot: 'support', start } },
        bots: {
          support: {
            platform: 'ebbot',
            webhookUrl: `${ebbot.url}/secret-step`,
            botId: 'b',
            webhookSecret: secret
          }
        }
      }),
      {},
      platforms
    )
    const { code, says } = await run(config)
    expect([code, says]).toEqual([0, expect.stringContaining('the bot answered 1 times')])
  }
  expect(bodies).toMatchObject([
    { type: 'text', sandbox: true, value: 'Hello' },
    { type: 'scenario', sandbox: true }
  ])
})

test('[DR10] no secret is in what it says, whatever fails', async () => {
  await startBot()
  const canaries = { accessToken: 'secret-step-token', webhookSecret: 'secret-step-of-the-webhook' }
  await examined({ bot: canaries })
  await examined({ bot: { ...canaries, baseUrl: 'https://name:secret-step@nowhere.invalid/secret-step' } })
  expect(lines.length).toBeGreaterThan(4)
  expect(lines.join('\n')).not.toContain('secret-step')
})
