import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from './children.ts'
import { type Contestant, connections, ids, origin, site, webhookPath, webhookSecret } from './setup.ts'

/** A relay with its bot, both running. */
export interface Pair {
  url: string
  relayPid: number
  stop(): Promise<void>
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const plenty = { burst: 10_000_000, perSecond: 10_000_000 }
/** Lets the client ask for a garbage collection: without one, memory says little. */
const collects = ['--expose-gc', '--import', 'data:text/javascript,process.on("SIGUSR2",()=>gc())']
const typescript = ['--import', 'tsx']

/** Starts a relay and a bot of its own. Footbridge keeps its file in `folder`; `flags` go to the relay's node. */
export async function startPair(
  contestant: Contestant,
  folder: string,
  flags: readonly string[]
): Promise<Pair> {
  const [port, botPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const botUrl = `http://127.0.0.1:${botPort}`
  const shared = ['--connections', `${connections}`]
  const botArgs = ['--port', `${botPort}`, '--webhook', `${url}${webhookPath}`, ...shared]
  const bot = await startServer([...typescript, here('bot.ts'), ...botArgs])
  const args =
    contestant === 'footbridge'
      ? [here('../dist/relay/main.js'), 'serve', '--config', writeConfig(folder, port, botUrl)]
      : [...typescript, here(`${contestant}.ts`), '--port', `${port}`, '--bot', botUrl, ...shared]
  const relay = await startServer([...collects, ...flags, ...args])
  return {
    url,
    relayPid: relay.pid,
    async stop() {
      await relay.stop()
      await bot.stop()
    }
  }
}

/** Everything as in production, but for the limits: here all visitors come from one address. JSON is YAML, too. */
function writeConfig(folder: string, port: number, botUrl: string): string {
  const file = join(folder, 'footbridge.yaml')
  const config = {
    listen: { port },
    publicUrl: `http://127.0.0.1:${port}`,
    store: `sqlite:${join(folder, 'footbridge.db')}`,
    secret: 'no visitor of the benchmark is real',
    sites: { [site]: { origins: [origin], bot: 'bench', start: { restart: true } } },
    bots: { bench: botSettings(botUrl) },
    limits: { messages: plenty, frames: plenty, sockets: plenty, conversations: plenty },
    shutdownSeconds: 2,
    logLevel: 'warn'
  }
  writeFileSync(file, JSON.stringify(config, null, 2))
  return file
}

const botSettings = (baseUrl: string) => ({
  platform: 'ingenious',
  baseUrl,
  accessToken: 'bench',
  teamId: ids.app.teamId,
  botId: ids.app.botId,
  webhookId: ids.webhook.id,
  webhookSecret,
  connections
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  return bound !== null && typeof bound === 'object' ? bound.port : 0
}
