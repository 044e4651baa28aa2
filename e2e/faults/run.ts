import { setMaxListeners } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../ports.ts'
import { Bot } from './bot.ts'
import { check } from './check.ts'
import { rage } from './nemesis.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { type Random, seeded } from './random.ts'
import type { Finding, VisitorRecord } from './records.ts'
import { type Fact, factsOf } from './report.ts'
import { configuration } from './settings.ts'
import { readStored } from './stored.ts'
import { Supervisor } from './supervisor.ts'
import { Tally } from './tally.ts'
import { Visitor } from './visitor.ts'
import { pause, until } from './wait.ts'

export interface RunOptions {
  /** The built relay. */
  main: string
  seed: string
  conversations: number
  messages: number
  /** With the calm nobody begins anything new; what was said is still answered. */
  cutShort?: boolean
  /** The longest time a visitor thinks between two texts. */
  thinkMs: number
  /** Without, the relay lives, and the rest goes wrong. */
  kills?: Kills | undefined
  /** Calm comes when nearly everybody is finished, and at the latest after this. */
  rageMs: number
  /** In the calm, whoever gets nothing through for so long is stuck. */
  patienceMs: number
}

export interface Kills {
  /** The longest rest of the nemesis between two strikes. */
  restMs: number
  /** Crash points with their chances, one for most lives of the relay. */
  crashes: readonly string[]
  /** Calm comes after so many ends of the relay, whatever their cause. */
  enough?: number
}

export interface Outcome {
  findings: readonly Finding[]
  /** What was done, for people. */
  facts: readonly Fact[]
}

/** Connections that something happens to are a little more than half. */
const fates = [
  ['pass', 45],
  ['cut', 15],
  ['rst', 10],
  ['slice', 10],
  ['lag', 10],
  ['hole', 4],
  ['deaf up', 3],
  ['deaf down', 3]
] as const

const nearlyAll = 0.97

interface World {
  options: RunOptions
  random: Random
  relayUrl: string
  store: string
  bot: Bot
  proxy: Proxy
  relay: Supervisor
  visitors: readonly Visitor[]
  tally: Tally
}

/** One whole run: everybody lives, everything goes wrong, then calm, and the check. */
export async function run(options: RunOptions): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-faults-'))
  const world = await begin(options, folder)
  try {
    await live(world)
    const records = await recordAll(world)
    await world.relay.stop()
    const stored = readStored(world.store)
    const { bot, relay } = world
    const findings = check({ stored, visitors: records, bot: bot.record(), faults: relay.faults })
    return { findings, facts: factsOf({ records, stored, relay, proxy: world.proxy, tally: world.tally }) }
  } finally {
    for (const visitor of world.visitors) visitor.end()
    await world.relay.stop()
    await Promise.all([world.proxy.close(), world.bot.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function begin(options: RunOptions, folder: string): Promise<World> {
  const random = seeded(options.seed)
  const tally = new Tally()
  const [port = 0] = await freePorts(1)
  const bot = new Bot({ random: random.fork('bot'), tally })
  const botUrl = await bot.listen()
  const proxy = await startProxy({ to: port, random: random.fork('proxy'), fates })
  bot.reach(proxy.port)
  const store = join(folder, 'footbridge.db')
  const config = join(folder, 'footbridge.yaml')
  writeFileSync(config, configuration({ port, store, botUrl }))
  const { main, kills } = options
  const relay = new Supervisor({ main, config, crashes: kills?.crashes ?? [], random: random.fork('relay') })
  const url = `ws://127.0.0.1:${proxy.port}`
  const { messages, thinkMs } = options
  const visitors = Array.from({ length: options.conversations }, (_, visitor) => {
    return new Visitor({ visitor, url, messages, thinkMs, tally, random: random.fork(`visitor ${visitor}`) })
  })
  return { options, random, relayUrl: `ws://127.0.0.1:${port}`, store, bot, proxy, relay, visitors, tally }
}

async function live({ options, random, bot, proxy, relay, visitors }: World): Promise<void> {
  const enough = new AbortController()
  const stuck = new AbortController()
  setMaxListeners(0, stuck.signal)
  const { kills, rageMs, patienceMs } = options
  await relay.up()
  const raging = kills && rage({ relay, proxy, ...kills, random: random.fork('nemesis') }, enough.signal)
  const hurry = options.cutShort ? enough.signal : undefined
  const living = Promise.all(visitors.map(visitor => visitor.live(stuck.signal, hurry)))
  const finished = () => visitors.filter(visitor => visitor.finished).length
  const ends = () => relay.tally.of('starts') - 1
  const isEnough = () => ends() >= (kills?.enough ?? Infinity) || finished() >= visitors.length * nearlyAll
  await until(isEnough, rageMs)
  enough.abort()
  await raging
  bot.calm()
  proxy.calm()
  if (kills) await relay.calm()
  const over = new AbortController()
  const waiting = abortWhenStill(visitors, patienceMs, stuck, over.signal)
  await living
  over.abort()
  await waiting
  if (!stuck.signal.aborted) await until(() => bot.idle, patienceMs)
}

/** Nobody waits for ever for those who get nothing through any more. */
async function abortWhenStill(
  visitors: readonly Visitor[],
  patienceMs: number,
  stuck: AbortController,
  over: AbortSignal
): Promise<void> {
  for (let before = -1; !over.aborted; ) {
    const now = visitors.reduce((sum, { progress }) => sum + progress, 0)
    if (now === before) return stuck.abort()
    before = now
    await pause(patienceMs, over)
  }
}

const recordAll = ({ visitors, relayUrl, options }: World): Promise<VisitorRecord[]> =>
  Promise.all(visitors.map(visitor => visitor.record(relayUrl, options.patienceMs)))
