import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Clock, systemClock } from './clock.ts'
import { createTallies } from './tallies.ts'

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Everything the relay counts. Labels are ids of the configuration and fixed words, never data of a visitor. */
export function createMetrics(clock: Clock = systemClock) {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  collectDefaultMetrics({ register: registry })

  const sockets = new Gauge({ name: 'footbridge_sockets', help: 'open sockets of widgets', registers })
  const turnedAway = new Counter({
    name: 'footbridge_sockets_turned_away_total',
    help: 'sockets that were not opened, by reason',
    labelNames: ['why'],
    registers
  })
  const webhooks = new Histogram({
    name: 'footbridge_webhook_seconds',
    help: 'from the request of a platform to our answer',
    labelNames: ['bot', 'status'],
    buckets: seconds,
    registers
  })
  const entries = new Counter({ name: 'footbridge_entries_total', help: 'entries appended', registers })
  const outbox = createOutboxMetrics(registers)
  const tallies = createTallies(clock)
  const retention = createRetentionMetrics(registers)

  return {
    sockets: (open: number) => sockets.set(open),
    turnedAway: (why: string) => turnedAway.inc({ why }),
    webhook(bot: string, status: number, ms: number) {
      webhooks.observe({ bot, status }, ms / 1_000)
      tallies.webhook(bot, ms)
    },
    ...outbox,
    attempted: tallies.attempted,
    tallies,
    retention,
    appended: (count: number) => entries.inc(count),
    async read(inHand: number) {
      outbox.waiting(inHand)
      return { contentType: registry.contentType, text: await registry.metrics() }
    }
  }
}

export type Metrics = ReturnType<typeof createMetrics>

/** What is owed to others, and what came of it. */
function createOutboxMetrics(registers: Registry[]) {
  const calls = new Histogram({
    name: 'footbridge_call_seconds',
    help: 'our calls to destinations, by what came of them',
    labelNames: ['destination', 'call', 'receipt'],
    buckets: seconds,
    registers
  })
  const dead = new Counter({
    name: 'footbridge_dead_letters_total',
    help: 'deliveries given up on',
    labelNames: ['destination'],
    registers
  })
  const notShown = new Counter({
    name: 'footbridge_not_shown_total',
    help: 'taken by a channel’s platform, which then could not show it to the visitor',
    labelNames: ['channel'],
    registers
  })
  const disabled = new Gauge({
    name: 'footbridge_subscription_disabled',
    help: '1 while nothing is sent to it',
    labelNames: ['destination'],
    registers
  })
  const waiting = new Gauge({ name: 'footbridge_deliveries_waiting', help: 'owed, in our hands', registers })
  return {
    called: (destination: string, call: string, receipt: string, ms: number) =>
      calls.observe({ destination, call, receipt }, ms / 1_000),
    died: (destination: string) => dead.inc({ destination }),
    notShown: (channel: string) => notShown.inc({ channel }),
    disabled: (destination: string, is: boolean) => disabled.set({ destination }, Number(is)),
    waiting: (inHand: number) => waiting.set(inHand)
  }
}

/** What is let go of because of its age. */
function createRetentionMetrics(registers: Registry[]) {
  const erased = new Counter({
    name: 'footbridge_retention_erased_total',
    help: 'conversations erased because of their age',
    labelNames: ['site'],
    registers
  })
  const left = new Gauge({
    name: 'footbridge_retention_left',
    help: 'conversations whose age is still to be looked at in this round, at least',
    labelNames: ['site'],
    registers
  })
  return {
    erased: (site: string, count: number) => erased.inc({ site }, count),
    left: (site: string, count: number) => left.set({ site }, count)
  }
}
