import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { Down } from '#shared/wire/down.ts'
import type { Up } from '#shared/wire/up.ts'
import { type Config, readConfig } from '../config.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { type Crash, noCrash } from '../lib/crash.ts'
import { quietLog } from '../lib/log.ts'
import { platforms } from '../platforms.ts'
import { type Relay, startRelay } from '../relay.ts'
import { type Platform, startPlatform } from './platform.ts'

export const origin = 'https://shop.example.com'
export const secrets = {
  relay: 'secret-of-the-relay-0',
  api: 'secret-of-the-api-000',
  token: 'secret-token-of-theirs',
  webhook: 'secret-in-the-path-0123456789abcdef'
}

/** A whole relay in this process, over real HTTP and a real database, and a bare platform. */
export interface RunningRelay {
  url: string
  platform: Platform
  /** Where its store is. */
  folder: string
  /** What was logged. */
  logged: string[]
  webhook(body: unknown, path?: string): Promise<Response>
  api(method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<Response>
  socket(site?: string, from?: string): Visitor
  /** Tells the relay alone to stop, as an operator would. */
  stop(): Promise<void>
  /** Begins again over the same store, with this more in its configuration. */
  restart(more: string): Promise<void>
  /** Has it read its configuration anew, with this more in it. */
  reload(more: string): Promise<void>
  close(): Promise<void>
}

/** What a test may hold in its hands. */
export interface Held {
  clock?: Clock
  crash?: Crash
  /** More sites, as lines of YAML. */
  sites?: string
  /** Proxies before it that are trusted. */
  proxies?: number
}

/** How to begin a relay over a folder. */
function starter(folder: string, logged: string[], held: Held) {
  const { clock = systemClock, crash = noCrash } = held
  const note = (facts: unknown, words: string) => void logged.push(`${words} ${JSON.stringify(facts)}`)
  return (config: Config): Promise<Relay> =>
    startRelay({
      config,
      platforms,
      clock,
      log: { ...quietLog, warn: note, error: note, info: note },
      crash,
      random: Math.random,
      widgetFolder: folder,
      consoleFolder: folder
    })
}

export async function runRelay(extra = '', held: Held = {}): Promise<RunningRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-'))
  const platform = await startPlatform()
  const logged: string[] = []
  const read = (more: string) => readConfig(configOf(folder, platform.baseUrl, more, held), {}, platforms)
  const start = starter(folder, logged, held)
  let relay = await start(read(extra))
  const clients: Visitor[] = []
  return {
    get url() {
      return relay.url
    },
    platform,
    folder,
    logged,
    webhook: (body, path = `/bots/support/${secrets.webhook}`) =>
      fetch(relay.url + path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body)
      }),
    api: (method, path, body, token = secrets.api) =>
      fetch(`${relay.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) })
      }),
    socket(site = 'shop', from = origin) {
      const client = new Visitor(`${relay.url.replace('http', 'ws')}/ws?site=${site}`, from)
      clients.push(client)
      return client
    },
    stop: () => relay.close(),
    async restart(more) {
      await relay.close()
      relay = await start(read(more))
    },
    reload: more => relay.reload(read(more)),
    async close() {
      for (const client of clients) client.end()
      await relay.close()
      await platform.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const configOf = (folder: string, baseUrl: string, extra: string, { sites = '', proxies = 0 }: Held) => `
listen: { port: 0, proxies: ${proxies} }
publicUrl: https://chat.example.com
store: sqlite:${folder}/log.db
secret: ${secrets.relay}
api: { token: ${secrets.api} }
sites:
  shop: { origins: ["${origin}"], bot: support, start: { restart: true }, maxText: 50 }
  other: { origins: ["https://other.example.com"], bot: support, start: { restart: true } }
${sites}
bots:
  support:
    platform: ingenious
    baseUrl: ${baseUrl}
    accessToken: ${secrets.token}
    teamId: tm_1
    botId: bt_1
    webhookId: wh_1
    webhookSecret: ${secrets.webhook}
retry: { firstMs: 20, capMs: 100 }
shutdownSeconds: 1
logLevel: silent
${extra}
`

/** A raw socket that keeps what it hears. */
export class Visitor {
  readonly frames: Down[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly opened: Promise<boolean>
  /** The HTTP status when the upgrade was refused. */
  refusedWith: number | undefined
  readonly #socket: WebSocket
  readonly #waiting: (() => void)[] = []

  constructor(url: string, origin: string) {
    const socket = new WebSocket(url, origin ? { headers: { origin } } : {})
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString('utf8')))
      for (const wake of this.#waiting.splice(0)) wake()
    })
    socket.on('unexpected-response', (_, response) => {
      this.refusedWith = response.statusCode
      socket.terminate()
    })
    socket.on('error', () => undefined)
    this.opened = new Promise(resolve => {
      socket.once('open', () => resolve(true))
      socket.once('close', () => resolve(false))
    })
    this.closed = new Promise(resolve =>
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }))
    )
  }

  async send(frame: Up | string): Promise<void> {
    await this.opened
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  /** The first frame that fits, whenever it comes. */
  async heard<T extends Down>(fits: (frame: Down) => frame is T): Promise<T>
  async heard(fits: (frame: Down) => boolean): Promise<Down>
  async heard(fits: (frame: Down) => boolean): Promise<Down> {
    for (;;) {
      const found = this.frames.find(fits)
      if (found) return found
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  async hello(more: Partial<Extract<Up, { type: 'hello' }>> = {}) {
    await this.send({ type: 'hello', version: 1, site: 'shop', ...more })
    return this.heard(frame => frame.type === 'welcome')
  }

  /** Reads nothing until `resume`. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  end(): void {
    this.#socket.terminate()
  }
}
