import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Relay } from '../../e2e/actors/relay.ts'
import { staffed } from '../../e2e/people.ts'
import { freePorts } from '../../e2e/ports.ts'
import { configuration, shared } from '../../e2e/settings.ts'
import { results } from '../round.ts'
import { fill, type Size } from './fill.ts'

/** The built relay on a file of its own, with so much in it. */
export interface Place {
  name: string
  size: Size
  url: string
  /** Asks as a program does. */
  ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>
  end(): Promise<void>
}

const main = fileURLToPath(new URL('../../dist/relay/main.js', import.meta.url))
const sites = ['lamps', 'garden', 'help'].map(
  id => `  ${id}: { origins: ["https://${id}.example.com"], bot: support, start: { restart: true } }`
)

export async function openPlace(name: string, size: Size): Promise<Place> {
  if (!existsSync(main)) throw new Error('there is no relay yet: npm run build')
  await mkdir(results, { recursive: true })
  const folder = await mkdtemp(join(results, 'console-'))
  await fill(join(folder, 'footbridge.db'), size)
  const [port = 0, nobody = 0] = await freePorts(2)
  const addresses = {
    port,
    folder,
    origin: 'https://shop.example.com',
    botUrl: `http://127.0.0.1:${nobody}/messaging/webhook/v1/${shared.teamId}/${shared.botId}`
  }
  await writeFile(
    join(folder, 'footbridge.yaml'),
    configuration(addresses, { ...staffed, sites: () => sites.join('\n') })
  )
  const relay = await Relay.start(port, folder)
  const place: Place = {
    name,
    size,
    url: relay.url,
    ask: (method, path, body) => ask(`${relay.url}/api/v1${path}`, method, body),
    async end() {
      await relay.isStopped()
      await rm(folder, { recursive: true, force: true })
    }
  }
  await isIndexed(place)
  return place
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${shared.apiToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) })
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.json()
}

const answer = z.object({ indexed: z.number() })

/** As in a relay that has run for a while. */
async function isIndexed(place: Place): Promise<void> {
  for (;;) {
    const { indexed } = answer.parse(await place.ask('GET', '/conversations/search?text=nothing&limit=1'))
    if (indexed === 1) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}
