import type { DestinationId } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Store } from '../conversation/store.ts'
import { createCaller } from '../lib/call.ts'
import { guardedConnect } from '../lib/guarded-connect.ts'
import type { Destination } from '../outbox/destination.ts'
import { type Topic, topicsOf } from './catalogue.ts'
import { Health, type HealthParts } from './health.ts'
import { createSend } from './send.ts'
import { type Subscription, secretsOf, subscriptionId } from './settings.ts'
import { Signing } from './signing.ts'

export type TopicsParts = Omit<HealthParts, 'store'> & {
  store: Pick<Store, 'read' | 'stored' | 'owe' | 'standings' | 'keepStanding' | 'rotations' | 'keepRotation'>
  /** The relay's own. */
  secret: string
}

/** Who is told: one subscription, with its connections. */
export interface Subscriber {
  id: string
  subscription: Subscription
  to: DestinationId
  health: Health
  signing: Signing
  destination: Destination
  /** What it is told of an entry, in this order. */
  wanted(entry: Entry): readonly Topic[]
  close(): Promise<void>
}

export async function createSubscribers(
  subscriptions: readonly Subscription[],
  parts: TopicsParts
): Promise<readonly Subscriber[]> {
  const standings = new Map((await parts.store.standings()).map(one => [one.destination, one]))
  const rotations = await parts.store.rotations()
  return subscriptions.map(subscription => {
    const to = `topics/${subscriptionId(subscription)}`
    const standing = standings.get(to) ?? { destination: to }
    const health = new Health(parts, subscription.disableAfterSeconds * 1_000, standing)
    const configured = { to, secrets: secretsOf(subscription) }
    const own = rotations.filter(({ destination }) => destination === to)
    const signing = new Signing(parts, configured, own)
    return createSubscriber(subscription, { health, signing }, parts)
  })
}

function createSubscriber(
  subscription: Subscription,
  { health, signing }: Pick<Subscriber, 'health' | 'signing'>,
  parts: TopicsParts
): Subscriber {
  const { connections, timeoutMs, retrySeconds, allowPrivateAddresses } = subscription
  const wanted = new Set<Topic>(subscription.topics)
  const caller = createCaller({
    connections,
    timeoutMs,
    // Nobody reads what a subscriber answers.
    maxAnswerBytes: 4_096,
    ...(!allowPrivateAddresses && { connect: guardedConnect({ timeoutMs }) })
  })
  return {
    id: subscriptionId(subscription),
    subscription,
    to: health.standing.destination,
    health,
    signing,
    wanted: entry => topicsOf(entry).filter(topic => wanted.has(topic)),
    destination: {
      concurrency: connections,
      bystander: true,
      backoff: { waitsMs: retrySeconds.map(seconds => seconds * 1_000) },
      ...createSend(subscription, { log: parts.store, clock: parts.clock, caller, health, signing })
    },
    close: () => caller.close()
  }
}
