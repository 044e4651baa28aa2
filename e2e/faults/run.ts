import { setMaxListeners } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.ts'
import { rage } from './nemesis.ts'
import type { Finding, VisitorRecord } from './records.ts'
import { type Fact, factsOf } from './report.ts'
import { isOwing, readStored } from './stored.ts'
import { pause, until } from './wait.ts'
import { begin, calm, end, type Others, type World, type WorldOptions } from './world.ts'

export interface RunOptions extends Omit<WorldOptions, 'crashes'> {
  /** With the calm nobody begins anything new; what was said is still answered. */
  cutShort?: boolean
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

const nearlyAll = 0.97
const lookMs = 200

/** One whole run: everybody lives, everything goes wrong, then calm, and the check. */
export async function run(options: RunOptions): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-faults-'))
  const world = await begin({ ...options, crashes: options.kills?.crashes ?? [] }, folder)
  try {
    await live(world, options)
    const records = await recordAll(world, options)
    await world.relay.stop()
    const { bot, relay, others, proxy, tally } = world
    const stored = readStored(world.store)
    const talks = world.talks.map(talk => talk.record())
    const findings = check({
      stored,
      visitors: records,
      talks,
      bot: bot.record(),
      elsewhere: foundIn(others),
      faults: relay.faults
    })
    const facts = factsOf({ records, talks, elsewhere: options.elsewhere, stored, relay, proxy, tally })
    return { findings, facts }
  } finally {
    await end(world)
    rmSync(folder, { recursive: true, force: true })
  }
}

const foundIn = ({ ebbot, engage, livechat }: Others): Finding[] =>
  [ebbot, engage, livechat].flatMap(platform => platform?.findings ?? [])

async function live(world: World, { kills, rageMs, patienceMs, cutShort }: RunOptions): Promise<void> {
  const { random, bot, proxy, relay, store } = world
  const everybody = [...world.visitors, ...world.talks]
  const enough = new AbortController()
  const stuck = new AbortController()
  setMaxListeners(0, stuck.signal)
  await relay.up()
  const raging = kills && rage({ relay, proxy, ...kills, random: random.fork('nemesis') }, enough.signal)
  const hurry = cutShort ? enough.signal : undefined
  const living = Promise.all(everybody.map(one => one.live(stuck.signal, hurry)))
  const finished = () => everybody.filter(one => one.finished).length
  const ends = () => relay.tally.of('starts') - 1
  const isEnough = () => ends() >= (kills?.enough ?? Infinity) || finished() >= everybody.length * nearlyAll
  await until(isEnough, rageMs)
  enough.abort()
  await raging
  calm(world)
  if (kills) await relay.calm()
  const over = new AbortController()
  const waiting = abortWhenStill(everybody, patienceMs, stuck, over.signal)
  await living
  over.abort()
  await waiting
  if (stuck.signal.aborted) return
  await until(() => bot.idle, patienceMs)
  // What was taken after all is still looked for.
  await until(() => !isOwing(store), patienceMs, lookMs)
}

/** Nobody waits for ever for those who get nothing through any more. */
async function abortWhenStill(
  everybody: readonly { progress: number }[],
  patienceMs: number,
  stuck: AbortController,
  over: AbortSignal
): Promise<void> {
  for (let before = -1; !over.aborted; ) {
    const now = everybody.reduce((sum, { progress }) => sum + progress, 0)
    if (now === before) return stuck.abort()
    before = now
    await pause(patienceMs, over)
  }
}

const recordAll = ({ visitors, relayUrl }: World, { patienceMs }: RunOptions): Promise<VisitorRecord[]> =>
  Promise.all(visitors.map(visitor => visitor.record(relayUrl, patienceMs)))
