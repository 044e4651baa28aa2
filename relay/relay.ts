import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ConfiguredBot, Driver } from './bots/configure.ts'
import { createWidgetChannel } from './channels/widget/index.ts'
import type { Config } from './config.ts'
import { apiRoutes } from './console/routes.ts'
import { type Accept, createAccept } from './conversation/accept.ts'
import { createActivityHub } from './conversation/activity.ts'
import { createFollow } from './conversation/follow.ts'
import { botOf } from './conversation/route.ts'
import { createStates } from './conversation/states.ts'
import type { Store } from './conversation/store.ts'
import { addressOf } from './http/address.ts'
import { createApp } from './http/app.ts'
import { createHttpServer } from './http/server.ts'
import { createWebhooks } from './http/webhooks.ts'
import type { Clock } from './lib/clock.ts'
import type { Crash } from './lib/crash.ts'
import type { Log } from './lib/log.ts'
import { createMetrics, type Metrics } from './lib/metrics.ts'
import { startAlarm } from './outbox/alarm.ts'
import { createDispatcher, type Dispatcher } from './outbox/dispatcher.ts'
import { botDestination, siteRules, widgetSites } from './sites.ts'
import { openSqlite } from './stores/sqlite/index.ts'

export interface RelayOptions {
  /** The bot platforms there are, by name. */
  platforms: Readonly<Record<string, Driver>>
  config: Config
  clock: Clock
  log: Log
  crash: Crash
  random: () => number
  /** The built widget's folder. */
  widgetFolder: string
  /** Pages by path, for the demo. */
  pages?: ReadonlyMap<string, string>
}

export interface Relay {
  /** Where it listens. */
  url: string
  /** Tells widgets to come back, finishes what is under way within the configured time, and closes. */
  close(): Promise<void>
}

/** A claim of another node, should this one die, is free after this long. */
const leaseMs = 30_000

/** All wiring is here, once, in the order of the flow. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { config, clock, log } = options
  const metrics = createMetrics()
  const store = openStore(options)
  const states = createStates(store)
  const activity = createActivityHub()
  const sites = siteRules(config)
  const accept = createAccept({ store, states, sites, activity, clock })
  const follow = createFollow(store, error => log.error({ error: String(error) }, 'a fault in a reader'))
  const bots = configureBots(options)
  const dispatcher = startOutbox(options, store, accept, bots, metrics)
  store.watch({ appended: (_, entries) => metrics.appended(entries.length) })
  activity.listen((conversation, what, state) => {
    const kind =
      what.kind === 'seen' ? 'read' : what.by === 'visitor' ? (`typing:${what.state}` as const) : undefined
    if (kind) for (const bot of botOf(state)) dispatcher.tell(conversation, bot, kind)
  })

  const widget = createWidgetChannel({
    sites: widgetSites(config),
    store,
    states,
    accept,
    follow,
    activity,
    clock,
    log,
    limits: config.limits,
    secret: config.secret,
    meter: metrics,
    addressOf: request => addressOf(request, config.listen.proxies)
  })
  const server = createHttpServer({
    hot: createWebhooks({ bots, accept, stray: dispatcher.stray, clock, log, meter: metrics }),
    upgrade: widget.upgrade,
    app: createApp({
      widgetFolder: options.widgetFolder,
      pages: options.pages ?? new Map(),
      log,
      ready: () => store.ready(),
      metrics: () => metrics.read(dispatcher.waiting()),
      api: config.api && {
        routes: apiRoutes({ store, accept, look: dispatcher.look }),
        token: config.api.token
      }
    })
  })
  const stopAlarm = startAlarm({ store, clock, accept, log })
  const url = await server.listen(config.listen.host, config.listen.port)
  await dispatcher.start()

  return {
    url,
    async close() {
      stopAlarm()
      const served = server.close()
      const bound = new Promise<void>(resolve => clock.after(config.shutdownSeconds * 1_000, resolve))
      await Promise.race([Promise.all([widget.close(), served]), bound])
      await dispatcher.stop(config.shutdownSeconds * 1_000)
      await Promise.all([...bots.values()].map(bot => bot.close()))
      await store.close()
    }
  }
}

function openStore({ config, clock, crash, log }: RelayOptions): Store {
  const path = config.store.replace(/^sqlite:/, '')
  mkdirSync(dirname(path), { recursive: true })
  const onFault = (error: unknown) => log.error({ error: String(error) }, 'a fault of a watcher')
  return openSqlite({ path, clock, node: randomUUID(), leaseMs, crash, onFault })
}

function configureBots({ config, platforms }: RelayOptions): ReadonlyMap<string, ConfiguredBot> {
  return new Map(
    Object.entries(config.bots).map(([id, settings]) => {
      const platform = platforms[settings.platform]
      if (!platform) throw new Error(`the configuration was not checked: ${settings.platform}`)
      return [id, platform.configure(botDestination(id), settings)]
    })
  )
}

function startOutbox(
  { config, clock, log, crash, random }: RelayOptions,
  store: Store,
  accept: Accept,
  bots: ReadonlyMap<string, ConfiguredBot>,
  metrics: Metrics
): Dispatcher {
  const destinations = new Map([...bots.values()].map(({ id, destination }) => [id, destination]))
  return createDispatcher({
    store,
    clock,
    log,
    crash,
    random,
    leaseMs,
    destinations,
    meter: metrics,
    backoff: config.retry,
    handIn: accept
  })
}
