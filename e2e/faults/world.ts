import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePorts } from '../ports.ts'
import { Bot } from './bot.ts'
import { ChannelVisitor, type Talk } from './channel-visitor.ts'
import { Ebbot } from './ebbot.ts'
import { Engage } from './engage.ts'
import type { FateName } from './fate.ts'
import { LiveChat } from './livechat.ts'
import { sites } from './page.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { type Random, seeded, type Weighed } from './random.ts'
import { type Addresses, configuration } from './settings.ts'
import { Supervisor } from './supervisor.ts'
import { Tally } from './tally.ts'
import { Visitor } from './visitor.ts'

/** How many conversations each of the other platforms has. Where there are none, the relay does not know it. */
export interface Elsewhere {
  /** On a site of its own. */
  ebbot: number
  engage: number
  livechat: number
}

export interface WorldOptions {
  /** The built relay. */
  main: string
  seed: string
  /** On inGenious. */
  conversations: number
  elsewhere: Elsewhere
  messages: number
  /** The longest time a visitor thinks between two texts. */
  thinkMs: number
  /** Crash points with their chances, one for most lives of the relay. */
  crashes: readonly string[]
}

/** The far sides beside the first. */
export interface Others {
  ebbot: Ebbot | undefined
  engage: Engage | undefined
  livechat: LiveChat | undefined
}

export interface World {
  random: Random
  relayUrl: string
  store: string
  bot: Bot
  others: Others
  proxy: Proxy
  relay: Supervisor
  /** On the websites. */
  visitors: readonly Visitor[]
  /** On the other platforms. */
  talks: readonly ChannelVisitor[]
  tally: Tally
}

/** Connections that something happens to are a little more than half. */
const fates: Weighed<FateName> = [
  ['pass', 45],
  ['cut', 15],
  ['rst', 10],
  ['slice', 10],
  ['lag', 10],
  ['hole', 4],
  ['deaf up', 3],
  ['deaf down', 3]
]

/** Everybody there is, and the relay started among them. */
export async function begin(options: WorldOptions, folder: string): Promise<World> {
  const random = seeded(options.seed)
  const tally = new Tally()
  const [port = 0] = await freePorts(1)
  const bot = new Bot({ random: random.fork('bot'), tally })
  const botUrl = await bot.listen()
  const proxy = await startProxy({ to: port, random: random.fork('proxy'), fates })
  bot.reach(proxy.port)
  const store = join(folder, 'footbridge.db')
  const config = join(folder, 'footbridge.yaml')
  const { main, crashes, elsewhere } = options
  const { others, urls } = await startOthers(elsewhere, { random, tally, relayPort: proxy.port })
  await configure({ port, publicPort: proxy.port, store, botUrl, ...urls }, { main, config, others })
  const relay = new Supervisor({ main, config, crashes, random: random.fork('relay') })
  const met = { random, relayUrl: `ws://127.0.0.1:${port}`, store, bot, others, proxy, relay, tally }
  return { ...met, ...crowds(options, met) }
}

interface Near {
  random: Random
  tally: Tally
  relayPort: number
}

async function startOthers(wanted: Elsewhere, { random, tally, relayPort }: Near) {
  const withRandom = (name: string) => ({ random: random.fork(name), tally })
  const ebbot = wanted.ebbot > 0 ? new Ebbot(withRandom('ebbot')) : undefined
  const engage = wanted.engage > 0 ? await Engage.start(relayPort, withRandom('engage')) : undefined
  const livechat = wanted.livechat > 0 ? await LiveChat.start(withRandom('livechat')) : undefined
  const others: Others = { ebbot, engage, livechat }
  const urls = { ebbotUrl: await ebbot?.listen(), engageUrl: engage?.url, livechatUrl: livechat?.url }
  return { others, urls }
}

/** LiveChat's bot is made by the relay's own command, which reads the configuration and has its say in it. */
async function configure(
  addresses: Addresses,
  { main, config, others: { livechat } }: { main: string; config: string; others: Others }
): Promise<void> {
  writeFileSync(config, configuration(addresses))
  if (!livechat) return
  const livechatBot = await livechat.setUp(join(dirname(main), 'livechat.js'), config)
  writeFileSync(config, configuration({ ...addresses, livechatBot }))
  livechat.rage()
}

/** Numbered through, so that nobody's texts are another's. */
function crowds(
  { conversations, elsewhere, messages, thinkMs }: WorldOptions,
  { random, proxy, others: { engage, livechat }, tally }: Pick<World, 'random' | 'proxy' | 'others' | 'tally'>
): Pick<World, 'visitors' | 'talks'> {
  const url = `ws://127.0.0.1:${proxy.port}`
  const randomOf = (visitor: number) => random.fork(`visitor ${visitor}`)
  const on = (site: string, count: number, from: number) =>
    numbers(count, from).map(
      visitor => new Visitor({ visitor, url, site, messages, thinkMs, tally, random: randomOf(visitor) })
    )
  const among = (open: () => Talk | undefined, count: number, from: number) =>
    numbers(count, from).flatMap(visitor => {
      const talk = open()
      const rest = { visitor, messages, thinkMs, random: randomOf(visitor) }
      return talk ? new ChannelVisitor({ ...rest, talk }) : []
    })
  const ebbotsEnd = conversations + elsewhere.ebbot
  return {
    visitors: [...on(sites.ingenious, conversations, 0), ...on(sites.ebbot, elsewhere.ebbot, conversations)],
    talks: [
      ...among(() => engage?.opens(), elsewhere.engage, ebbotsEnd),
      ...among(() => livechat?.opens(), elsewhere.livechat, ebbotsEnd + elsewhere.engage)
    ]
  }
}

const numbers = (count: number, from: number): number[] => Array.from({ length: count }, (_, i) => from + i)

/** Nothing goes wrong any more, but with the relay. */
export function calm({ bot, others: { ebbot, engage, livechat }, proxy }: World): void {
  bot.calm()
  ebbot?.calm()
  engage?.calm()
  livechat?.calm()
  proxy.calm()
}

export async function end({ bot, others, proxy, relay, visitors }: World): Promise<void> {
  for (const visitor of visitors) visitor.end()
  await relay.stop()
  const { ebbot, engage, livechat } = others
  const all = [proxy, bot, ebbot, engage, livechat]
  await Promise.all(all.flatMap(one => one?.close() ?? []))
}
