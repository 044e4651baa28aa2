import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { demoPage } from './demo/page.ts'
import { createLog } from './lib/log.ts'
import { hashOf } from './lib/password.ts'
import { createReferenceBot } from './reference-bot/index.ts'
import { type Relay, type RelayOptions, startRelay } from './relay.ts'

type DemoParts = Omit<RelayOptions, 'config' | 'log'> & {
  /** Where the database and the secrets of this demo are kept. */
  folder: string
}

export interface Demo {
  /** What to tell whoever started it. */
  lines: readonly string[]
  close(): Promise<void>
}

const host = '127.0.0.1'
const ids = { teamId: 'tm_demo', botId: 'bt_demo', webhookId: 'wh_demo' }

/** The whole of it on one machine: relay, SQLite under `folder`, the reference bot over HTTP, and a page. */
export async function startDemo(wanted: number, parts: DemoParts): Promise<Demo> {
  const { folder, clock } = parts
  const port = wanted === 0 ? await freePort() : wanted
  mkdirSync(folder, { recursive: true })
  const secrets = readSecrets(join(folder, 'demo-secrets.json'))
  const url = `http://${host}:${port}`
  const log = createLog('warn')
  const bot = createReferenceBot({
    ...ids,
    clock,
    log,
    token: secrets.botToken,
    webhookUrl: `${url}/bots/demo/${secrets.webhook}`,
    // Yesterday's conversations go on although this bot has forgotten them.
    adopt: true
  })
  // Beside the relay's, where it can be, so that its pictures in older messages are found again.
  const botUrl = await bot.listen(port + 1, host).catch(() => bot.listen(0, host))
  const config = readConfig(
    demoConfig({ port, url, botUrl: bot.baseUrl, folder }),
    environment(secrets, await hashOf(secrets.console)),
    parts.platforms
  )
  const pages = new Map([['/', { html: demoPage({ api: url }), picturesFrom: botUrl }]])
  const relay = await startRelay({ ...parts, config, log, pages })
  return { lines: linesOf(relay, botUrl, secrets), close: () => closeBoth(relay, bot) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

interface Secrets {
  relay: string
  api: string
  botToken: string
  webhook: string
  /** The password of both who may sign in. */
  console: string
}

/** Made once and kept, so that a visitor of yesterday's demo is still known today. */
function readSecrets(file: string): Secrets {
  const make = () => randomBytes(24).toString('base64url')
  const made = { relay: make(), api: make(), botToken: make(), webhook: make(), console: make() }
  const kept = readKept(file)
  const secrets: Secrets = { ...made, ...kept }
  const isNew = Object.keys(made).some(name => !(name in kept))
  if (isNew) writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

function readKept(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

function environment(secrets: Secrets, hash: string): Record<string, string> {
  return {
    FOOTBRIDGE_SECRET: secrets.relay,
    FOOTBRIDGE_API_TOKEN: secrets.api,
    INGENIOUS_TOKEN: secrets.botToken,
    INGENIOUS_WEBHOOK_SECRET: secrets.webhook,
    FOOTBRIDGE_CONSOLE_HASH: hash
  }
}

const demoConfig = ({
  port,
  url,
  botUrl,
  folder
}: Record<'url' | 'botUrl' | 'folder', string> & { port: number }) => `
listen: { host: ${host}, port: ${port} }
publicUrl: ${url}
store: sqlite:${folder}/footbridge.db
secret: \${FOOTBRIDGE_SECRET}
api: { token: \${FOOTBRIDGE_API_TOKEN} }
sites:
  demo:
    title: Footbridge demo
    origins: ["${url}", "http://localhost:${port}"]
    bot: demo
    start: { restart: true }
console:
  accounts:
    - { name: agent, shown: Robin, role: agent, hash: "\${FOOTBRIDGE_CONSOLE_HASH}" }
    - { name: operator, role: operator, hash: "\${FOOTBRIDGE_CONSOLE_HASH}" }
  canned:
    - { shortcut: hello, text: "Hello {name}, I am a person. How can I help?" }
    - { shortcut: bye, text: "Thank you for trying Footbridge." }
bots:
  demo:
    platform: ingenious
    baseUrl: ${botUrl}
    accessToken: \${INGENIOUS_TOKEN}
    teamId: ${ids.teamId}
    botId: ${ids.botId}
    webhookId: ${ids.webhookId}
    webhookSecret: \${INGENIOUS_WEBHOOK_SECRET}
`

function linesOf(relay: Relay, botUrl: string, { api, console: password }: Secrets): readonly string[] {
  return [
    `Demo page      ${relay.url}/`,
    `Console        ${relay.url}/console  (sign in as agent or operator, password ${password})`,
    `Reference bot  ${botUrl}`,
    `API            curl -H 'Authorization: Bearer ${api}' ${relay.url}/api/v1/conversations`,
    'Ctrl+C stops it.'
  ]
}

async function closeBoth(relay: Relay, bot: { close(): Promise<void> }): Promise<void> {
  await relay.close()
  await bot.close()
}
