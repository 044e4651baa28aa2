import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bot } from '../../e2e/actors/bot.ts'
import { Relay } from '../../e2e/actors/relay.ts'
import { freePorts } from '../../e2e/ports.ts'
import { configuration, usualSettings } from '../../e2e/settings.ts'

/** The relay as it is built, with its reference bot, for the pages of one website. */
export interface RunningRelay {
  url: string
  /** Where it keeps its logs. */
  folder: string
  end(): Promise<void>
}

export async function startRelay(origin: string): Promise<RunningRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-bench-'))
  const [port = 0, botPort = 0] = await freePorts(2)
  const botUrl = Bot.baseUrl(botPort)
  await writeFile(
    join(folder, 'footbridge.yaml'),
    configuration({ port, folder, origin, botUrl }, usualSettings)
  )
  const [relay, bot] = await Promise.all([
    Relay.start(port, folder),
    Bot.start(botPort, port, folder, usualSettings)
  ])
  return {
    url: relay.url,
    folder,
    async end() {
      await Promise.all([relay.isStopped(), bot.isStopped()])
      await rm(folder, { recursive: true, force: true })
    }
  }
}
