import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createApi } from './channels/livechat/api.ts'
import { CommandError, type CommandParts, commands } from './channels/livechat/command/index.ts'
import { setupSettings } from './channels/livechat/settings.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createCaller } from './lib/call.ts'
import { systemClock } from './lib/clock.ts'
import { platforms } from './platforms.ts'

const usage = `Usage: npm run livechat -- COMMAND --config FILE [--channel ID]
  setup      registers the webhooks, makes the bot, and sets when it takes chats
  status     what of that is there
  teardown   takes the webhooks away, and the bot offline`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      channel: { type: 'string' },
      help: { type: 'boolean', short: 'h' }
    }
  })
  if (values.help) return say(usage)
  const command = Object.entries(commands).find(([name]) => name === positionals[0])?.[1]
  if (!command || !values.config) throw new CommandError(usage)
  const { id, config } = load(values.config, values.channel)
  const settings = setupSettings.parse(config.channels[id])
  const caller = createCaller({ connections: 1, timeoutMs: settings.timeoutMs })
  const parts: CommandParts = {
    id,
    url: `${config.publicUrl}/channels/${id}/${settings.webhookSecret}`,
    settings,
    api: createApi({ settings, caller, clock: systemClock }),
    clock: systemClock,
    say
  }
  try {
    await command(parts)
  } finally {
    await caller.close()
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The configuration, in which the bot need not be there yet. */
function load(file: string, wanted: string | undefined): { id: string; config: Config } {
  const channels = { ...platforms.channels, livechat: { settings: setupSettings } }
  const config = readConfig(readFileSync(file, 'utf8'), process.env, { ...platforms, channels })
  const ids = Object.entries(config.channels).flatMap(([id, one]) => (one.platform === 'livechat' ? id : []))
  const chosen = wanted === undefined ? ids : ids.filter(id => id === wanted)
  const [id, another] = chosen
  if (id === undefined) throw new CommandError('the configuration has no such channel of LiveChat')
  if (another !== undefined) throw new CommandError(`--channel is one of ${ids.join(', ')}`)
  return { id, config }
}

await main().catch((error: unknown) => {
  const words = error instanceof ConfigError ? error.problems.join('\n') : wordsOf(error)
  process.stderr.write(`${words}\n`)
  process.exit(1)
})

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOfArguments = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return isOfArguments ? `${error.message}\n\n${usage}` : error.message
}
