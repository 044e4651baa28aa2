import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bot } from './actors/bot.ts'
import { Relay } from './actors/relay.ts'
import { type Cable, layCable } from './cable.ts'
import { freePorts } from './ports.ts'
import { configuration, type Settings } from './settings.ts'
import { openWebsite, type Website } from './website.ts'

/** Everything but the browser: a shop's website, a relay with its file, a bot far away, and a cable to cut. */
export interface World {
  website: Website
  relay: Relay
  bot: Bot
  /** Between browsers and the relay; the bot has its own way. */
  network: Cable
  close(): Promise<void>
}

export async function buildWorld(settings: Settings): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-journey-'))
  const [port = 0, botPort = 0] = await freePorts(2)
  const network = await layCable(port)
  const website = await openWebsite(`http://127.0.0.1:${network.port}`)
  const botUrl = Bot.baseUrl(botPort)
  await writeFile(
    join(folder, 'footbridge.yaml'),
    configuration({ port, folder, origin: website.origin, botUrl }, settings)
  )
  const [relay, bot] = await Promise.all([
    Relay.start(port, folder, settings.dist),
    Bot.start(botPort, port, folder, settings)
  ])
  return {
    website,
    relay,
    bot,
    network,
    async close() {
      await Promise.all([relay.isStopped(), bot.isStopped(), website.close(), network.close()])
      await rm(folder, { recursive: true, force: true })
    }
  }
}
