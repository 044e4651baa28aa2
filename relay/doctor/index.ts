import type { Config } from '../config.ts'
import type { Drivers } from '../configured.ts'
import type { Clock } from '../lib/clock.ts'
import { botDestination } from '../sites.ts'
import { examine, type Patience } from './examine.ts'
import { exitCodes, type Finding, linesOf, outcomeOf } from './finding.ts'

interface DoctorParts {
  config: Config
  /** A key under `bots`. */
  bot: string | undefined
  platforms: Pick<Drivers, 'bots'>
  clock: Clock
  say(line: string): void
  patience?: Patience
  listening?(url: string): void
}

const usual: Patience = { reachMs: 10_000, webhookMs: 30_000, repeatMs: 10_000 }
const wrongCommand = 1

/** Examines one bot's integration and says in words what it finds: the exit code of the command. */
export async function runDoctor(parts: DoctorParts): Promise<number> {
  const { config, bot: id = '', platforms, clock, say, patience = usual, listening } = parts
  const settings = Object.hasOwn(config.bots, id) ? config.bots[id] : undefined
  const driver = settings && platforms.bots[settings.platform]
  if (!driver) {
    say(`--bot: one of ${Object.keys(config.bots).join(', ')}`)
    return wrongCommand
  }
  const bot = driver.rehearse(botDestination(id), settings)
  const findings: Finding[] = []
  const found = (finding: Finding) => {
    findings.push(finding)
    for (const line of linesOf(finding)) say(line)
  }
  const { publicUrl, listen } = config
  const start = startOf(config, id)
  try {
    await examine({ bot, start, publicUrl, listen, clock, patience, found, ...(listening && { listening }) })
  } finally {
    await bot.close()
  }
  const outcome = outcomeOf(findings)
  say(outcome === 'well' ? `${id} works.` : `${id} does not work yet (${outcome}).`)
  return exitCodes[outcome]
}

/** As its first site, or channel, has it begin. */
function startOf({ sites, channels }: Config, id: string) {
  const own = [...Object.values(sites), ...Object.values(channels)].find(({ bot }) => bot === id)
  return own?.start ?? {}
}
