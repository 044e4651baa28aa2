import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { problemsOf } from './config/problems.ts'
import { type Config, readConfig } from './config.ts'
import { redirectUriOf } from './console/access/oidc/index.ts'
import { askPassword, hashLine } from './console-hash.ts'
import { startDemo } from './demo.ts'
import { runDoctor } from './doctor/index.ts'
import { onHangUp } from './hang-up.ts'
import { scriptTags } from './http/tags.ts'
import { systemClock } from './lib/clock.ts'
import { type Crash, crashAt, noCrash } from './lib/crash.ts'
import { createLog } from './lib/log.ts'
import { platforms } from './platforms.ts'
import { previewLines } from './preview-code.ts'
import { startRelay } from './relay.ts'

const usage = `Usage:
  npm start                          the demo: relay, reference bot and a page to try it on (PORT moves it)
  npm run serve -- --config FILE     the relay
  npm run check -- --config FILE     is the configuration right?
  npm run console -- hash            what to write into the configuration for an account's password
  npm run doctor -- --config FILE --bot ID
                                     does it work with the real platform? The relay must not be running meanwhile
  npm run preview-code -- --config FILE --site ID [--minutes 60]
                                     a code to preview the site's widget on a page that is not on its list`

const widgetFolder = fileURLToPath(new URL('../widget', import.meta.url))
const consoleFolder = fileURLToPath(new URL('../console', import.meta.url))

async function main(): Promise<void> {
  const { positionals, values } = given()
  const [command, what] = positionals
  if (values.help) say(usage)
  else if (command === 'demo') await demo()
  else if (command === 'check' && values.config) check(load(values.config))
  else if (command === 'serve' && values.config) await serve(values.config)
  else if (command === 'console' && what === 'hash') await hash()
  else if (command === 'preview-code' && values.config) preview(load(values.config), values)
  else if (command === 'doctor' && values.config) await doctor(load(values.config), values.bot)
  else fail(usage)
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        site: { type: 'string' },
        minutes: { type: 'string' },
        bot: { type: 'string' },
        help: { type: 'boolean', short: 'h' }
      }
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

const read = (file: string): Config => readConfig(readFileSync(file, 'utf8'), process.env, platforms)

function load(file: string): Config {
  try {
    return read(file)
  } catch (error) {
    return fail(
      problemsOf(error)
        .map(problem => `${file}: ${problem}`)
        .join('\n')
    )
  }
}

/** The URL to paste into each platform. */
function* webhookUrls({ publicUrl, bots, channels }: Config, shown: (secret: string) => string) {
  for (const [part, configured] of Object.entries({ bots, channels })) {
    for (const [id, settings] of Object.entries(configured)) {
      const url = `${publicUrl}/${part}/${id}/${shown(String(settings['webhookSecret']))}`
      yield `${part}.${id} (${settings.platform}): paste ${url}`
      yield* cannot(part, settings.platform).map(words => `${part}.${id} (${settings.platform}): ${words}`)
    }
  }
}

/** What a platform's contract does not offer. */
function cannot(part: string, name: string): readonly string[] {
  const drivers: Readonly<Record<string, { unsupported: readonly string[] }>> =
    part === 'bots' ? platforms.bots : platforms.channels
  return drivers[name]?.unsupported ?? []
}

/** What to paste into each site's pages. */
function* tagLines({ publicUrl, sites }: Config) {
  for (const id of Object.keys(sites)) {
    const { plain, pinned } = scriptTags(publicUrl, widgetFolder, id)
    yield `sites.${id}: paste ${plain}`
    if (pinned) yield `sites.${id}, this version for ever: ${pinned}`
  }
}

/** What an issuer is to be told of this relay. */
function* redirectLines({ publicUrl, console: settings }: Config) {
  if (settings?.oidc) yield `console.oidc: register ${redirectUriOf(publicUrl)}`
}

function check(config: Config): void {
  say('The configuration is right.')
  for (const line of redirectLines(config)) say(line)
  for (const line of tagLines(config)) say(line)
  for (const line of webhookUrls(config, secret => secret)) say(line)
}

async function hash(): Promise<void> {
  const made = await hashLine(await askPassword(process.stdin, process.stderr))
  if ('wrong' in made) return fail(made.wrong)
  say(made.line)
}

function preview(config: Config, wanted: Parameters<typeof previewLines>[1]): void {
  const made = previewLines(config, wanted, systemClock.now())
  if ('wrong' in made) return fail(made.wrong)
  for (const line of made.lines) say(line)
}

async function doctor(config: Config, bot: string | undefined): Promise<void> {
  process.exitCode = await runDoctor({ config, bot, platforms, clock: systemClock, say })
}

async function serve(file: string): Promise<void> {
  const config = load(file)
  const log = createLog(config.logLevel)
  const starting = startRelay({ ...common(), config, log })
  onSignal(async () => (await starting).close())
  onHangUp({ file, read, log, take: async next => (await starting).reload(next) })
  const relay = await starting.catch(cannotStart)
  say(`Footbridge listens on ${relay.url}`)
  for (const line of tagLines(config)) say(line)
  for (const line of webhookUrls(config, () => '********')) say(line)
}

async function demo(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 8080)
  const starting = startDemo(port, { ...common(), folder: 'data' })
  onSignal(async () => (await starting).close())
  const demo = await starting.catch(cannotStart)
  for (const line of demo.lines) say(line)
}

function common() {
  return {
    platforms,
    clock: systemClock,
    crash: crashFromEnv(),
    random: Math.random,
    widgetFolder,
    consoleFolder
  }
}

/** Crash tests end the process at named places; without the variable there is no such place. */
function crashFromEnv(): Crash {
  const spec = process.env['FOOTBRIDGE_CRASH']
  if (!spec) return noCrash
  const random = () => randomBytes(4).readUInt32BE() / 2 ** 32
  return crashAt(spec, random, () => process.kill(process.pid, 'SIGKILL'))
}

/** Stops once, whatever the signal; a second signal ends it at once. */
function onSignal(close: () => Promise<void>): void {
  let closing = false
  const stop = () => {
    if (closing) process.exit(1)
    closing = true
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(`could not close: ${String(error)}`)
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function cannotStart(error: unknown): never {
  return fail(`Footbridge could not start: ${error instanceof Error ? error.message : String(error)}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(words: string): never {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

await main()
