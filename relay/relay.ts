import type { IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import type { ConfiguredBot } from './bots/bot.ts'
import { startCatchUp } from './channels/catch-up.ts'
import type { ConfiguredChannel } from './channels/channel.ts'
import { WidgetChannel } from './channels/widget/index.ts'
import type { Config } from './config.ts'
import { configureBots, configureChannels, type Drivers } from './configured.ts'
import { createEntrance } from './console/index.ts'
import { createLeaving } from './console/leaving.ts'
import { consoleRoutes } from './console-routes.ts'
import { createAccept } from './conversation/accept.ts'
import { type Activity, createActivityHub } from './conversation/activity.ts'
import { createFollow } from './conversation/follow.ts'
import { createHear } from './conversation/hear.ts'
import { botOf, channelOf } from './conversation/route.ts'
import { createStates } from './conversation/states.ts'
import { edgeOf, forWidget, openFileRoom } from './file-room.ts'
import { addressOf } from './http/address.ts'
import { createApp, type Page } from './http/app.ts'
import { keepAssets } from './http/kept.ts'
import { createHttpServer, type HttpServer } from './http/server.ts'
import { createWebhooks } from './http/webhooks.ts'
import { createLaw, forgetEverywhere } from './law.ts'
import type { Clock } from './lib/clock.ts'
import type { Crash } from './lib/crash.ts'
import type { Log } from './lib/log.ts'
import { createMetrics } from './lib/metrics.ts'
import { offersOf } from './offers.ts'
import { leaseMs, openStore, pathOf } from './open-store.ts'
import { startAlarm } from './outbox/alarm.ts'
import type { ActivityKind } from './outbox/destination.ts'
import { Dispatcher } from './outbox/dispatcher.ts'
import { createReload, type Reload } from './reload.ts'
import { earlySites, fileRules, siteRules, widgetSites } from './sites.ts'
import { startTopics, type subscriptions } from './topics/index.ts'

export interface RelayOptions {
  /** The platforms there are, by name. */
  platforms: Drivers & { subscriptions: typeof subscriptions }
  config: Config
  clock: Clock
  log: Log
  crash: Crash
  random: () => number
  /** The built widget's folder. */
  widgetFolder: string
  /** The built console's. */
  consoleFolder: string
  /** Pages by path, for the demo. */
  pages?: ReadonlyMap<string, Page>
}

export interface Relay {
  /** Where it listens. */
  url: string
  reload: Reload
  /** Tells widgets to come back, finishes what is under way within the configured time, and closes. */
  close(): Promise<void>
}

/** All wiring is here, once, in the order of the flow. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { config, clock, log } = options
  const core = await startCore(options)
  const bots = configureBots(config, options.platforms)
  const channels = configureChannels(config, options.platforms, { clock, log, meter: core.metrics })
  const dispatcher = startOutbox(options, core, [...bots, ...channels])
  const widget = startWidget(options, core, bots)
  forgetEverywhere(core.forgetting, { dispatcher, widget, streams: core.entrance?.streams })
  const server = startHttp(options, core, { platforms: [...bots, ...channels], dispatcher, widget })
  const stopAlarm = startAlarm({ store: core.store, clock, accept: core.accept, log })
  const url = await server.listen(config.listen.host, config.listen.port)
  await dispatcher.start()
  void core.retention.run()
  void core.sweeping.begin()
  core.leaving?.begin(config.console?.accounts ?? [])
  const stopCatchUp = startCatchUp({
    channels,
    clock,
    log,
    hear: async ({ id }, heard) => (await core.hear(id, heard)).kind !== 'failed'
  })

  return {
    url,
    reload: createReload({ ...core, config, log }),
    async close() {
      const boundMs = config.shutdownSeconds * 1_000
      const within = (closing: Promise<unknown>) =>
        Promise.race([closing, new Promise<void>(resolve => clock.after(boundMs, resolve))])
      stopAlarm()
      stopCatchUp()
      core.leaving?.close()
      core.retention.close()
      widget.close()
      core.entrance?.streams.close()
      await within(server.close())
      await dispatcher.stop(boundMs)
      await within(Promise.all([...bots, ...channels, core.topics].map(one => one.close())))
      core.entrance?.close()
      await within(core.sweeping.close())
      await core.store.close()
    }
  }
}

async function startCore(options: RelayOptions) {
  const { config, clock, log, platforms } = options
  const metrics = createMetrics(clock)
  const store = openStore(options)
  const states = createStates(store)
  const activity = createActivityHub()
  const entrance = await createEntrance({ config, store, activity, clock, log })
  const subscriptions = platforms.subscriptions.parse(config.subscriptions)
  const telling = { store, clock, log, meter: metrics, secret: config.secret }
  const topics = await startTopics(subscriptions, telling)
  const sites = siteRules(config, topics.subscribers)
  const accept = createAccept({
    store,
    states,
    sites,
    activity,
    clock,
    somebody: () => entrance?.people.available() === true
  })
  const leaving =
    entrance?.accounts && createLeaving({ store, accept, clock, log, accounts: entrance.accounts })
  const follow = createFollow(store, error => log.error({ error: String(error) }, 'a fault in a reader'))
  const room = await openFileRoom({ config, path: pathOf(config), store, states, clock, log })
  const law = createLaw({ config, store, states, clock, log, topics, metrics, ...room })
  store.watch({ appended: (_, entries) => metrics.appended(entries.length) })
  return {
    metrics,
    store,
    entrance,
    leaving,
    states,
    activity,
    accept,
    hear: createHear({ accept, clock, log }),
    follow,
    topics,
    ...room,
    ...law
  }
}
type Core = Awaited<ReturnType<typeof startCore>>

function startOutbox(
  { config, clock, log, crash, random }: RelayOptions,
  { store, accept, metrics, activity, states, topics }: Core,
  platforms: readonly (ConfiguredBot | ConfiguredChannel)[]
): Dispatcher {
  const dispatcher = new Dispatcher({
    store,
    clock,
    log,
    crash,
    random,
    leaseMs,
    destinations: new Map([...platforms, ...topics.destinations].map(one => [one.id, one.destination])),
    meter: metrics,
    backoff: config.retry,
    handIn: accept,
    delivered(conversation, seq) {
      states
        .get(conversation)
        .then(({ state }) => activity.tell(conversation, { kind: 'delivered', seq }, state))
        .catch((error: unknown) => log.warn({ error: String(error) }, 'nobody was told of a delivery'))
    }
  })
  activity.listen((conversation, what, state) => {
    if (what.kind === 'delivered') return
    const who = what.kind === 'typing' && what.by !== 'visitor' ? channelOf(state) : botOf(state)
    for (const destination of who) dispatcher.tell(conversation, destination, activityKind(what))
  })
  return dispatcher
}

/** What a platform may want to know: a bot's of its visitor, a channel's of whoever answers. */
const activityKind = (what: Exclude<Activity, { kind: 'delivered' }>): ActivityKind =>
  what.kind === 'seen' ? 'read' : `typing:${what.state}`

function startWidget(
  { config, clock, log }: RelayOptions,
  core: Core,
  bots: readonly ConfiguredBot[]
): WidgetChannel {
  return new WidgetChannel({
    ...core,
    sites: widgetSites(config),
    files: forWidget(core),
    offers: offersOf(siteRules(config), bots, fileRules(config)),
    eraseVisitor: visitor => core.forgetting.erase(visitor),
    clock,
    log,
    limits: config.limits,
    secret: config.secret,
    meter: core.metrics,
    addressOf: request => addressOf(request, config.listen.proxies)
  })
}

interface Edges {
  platforms: readonly (ConfiguredBot | ConfiguredChannel)[]
  dispatcher: Dispatcher
  widget: WidgetChannel
}

function startHttp(
  { config, clock, log, widgetFolder, consoleFolder, pages = new Map() }: RelayOptions,
  core: Core,
  { platforms, dispatcher, widget }: Edges
): HttpServer {
  const { store, entrance, hear, metrics } = core
  const routes = entrance ? consoleRoutes(entrance, { ...core, clock, dispatcher, platforms }) : []
  const networkOf = (request: IncomingMessage) => addressOf(request, config.listen.proxies)
  return createHttpServer({
    hot: createWebhooks({
      endpoints: platforms,
      hear,
      stray: (id, address, raw) => dispatcher.stray(id, address, raw),
      clock,
      log,
      meter: metrics
    }),
    upgrade: (request, socket, head) => widget.upgrade(request, socket, head),
    app: createApp({
      widgetFolder,
      keptFolder: keepAssets(widgetFolder, join(dirname(pathOf(config)), 'widget')),
      consoleFolder: config.console && consoleFolder,
      sites: earlySites(config),
      pages,
      log,
      ready: () => store.ready(),
      metrics: () => metrics.read(dispatcher.waiting()),
      files: edgeOf(core, { sites: widgetSites(config), networkOf, secret: config.secret, clock, log }),
      api: entrance && { ...entrance, routes, networkOf }
    })
  })
}
