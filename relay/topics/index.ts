import type { DestinationId } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Destination } from '../outbox/destination.ts'
import { type Range, type Replayed, replay } from './replay.ts'
import type { Subscription } from './settings.ts'
import type { Rotated } from './signing.ts'
import { createSubscribers, type Subscriber, type TopicsParts } from './subscriber.ts'

export { subscriptions } from './settings.ts'

/** A subscription as operators see it: without its secret, and without the path of its URL, which may be one. */
interface SubscriptionView {
  id: string
  origin: string
  topics: readonly string[]
  state: 'working' | 'failing' | 'disabled'
  failingSince?: number
  disabledAt?: number
  enabledAt?: number
  reason?: string
  /** Its configured secret was replaced here, then; one before it signs along until then. */
  rotatedAt?: number
  oldSecretUntil?: number
}

/** Everybody who is told of events. */
export interface Topics {
  /** For the outbox. */
  destinations: readonly { id: DestinationId; destination: Destination }[]
  /** Who wants to hear of an entry; undefined where nobody ever would. */
  subscribers: ((entry: Entry) => readonly DestinationId[]) | undefined
  /** Operators' hands. An id that is not configured gets undefined. */
  list(): readonly SubscriptionView[]
  /** False when it could not be stored. */
  enable(id: string): Promise<boolean | undefined>
  disable(id: string): Promise<boolean | undefined>
  replay(id: string, range: Range): Promise<Replayed | 'disabled' | undefined>
  /** Signs with another secret from now on, and with those before it for so long. False when it could not be stored. */
  rotate(id: string, overlapMs: number): Promise<Rotated | 'tooMany' | false | undefined>
  /** Where its deliveries go, and what it is told of an entry. */
  told(id: string): { to: DestinationId; topics(entry: Entry): readonly string[] } | undefined
  close(): Promise<void>
}

export async function startTopics(
  subscriptions: readonly Subscription[],
  parts: TopicsParts
): Promise<Topics> {
  const all = await createSubscribers(subscriptions, parts)
  const find = (id: string) => all.find(one => one.id === id)
  return {
    destinations: all.map(({ to, destination }) => ({ id: to, destination })),
    subscribers: all.length === 0 ? undefined : entry => wanting(all, entry),
    list: () => all.map(viewOf),
    enable: async id => find(id)?.health.enable(),
    disable: async id => find(id)?.health.disable('an operator disabled it'),
    async replay(id, range) {
      const one = find(id)
      if (!one) return undefined
      return one.health.disabled ? 'disabled' : replay({ ...one, store: parts.store }, range)
    },
    rotate: async (id, overlapMs) => find(id)?.signing.rotate(overlapMs),
    told(id) {
      const one = find(id)
      return one && { to: one.to, topics: one.wanted }
    },
    async close() {
      await Promise.all(all.map(one => one.close()))
    }
  }
}

/** To a disabled subscription nothing is owed: its standing says from when on, and a replay covers it. */
const wanting = (all: readonly Subscriber[], entry: Entry): readonly DestinationId[] =>
  all.filter(({ health, wanted }) => !health.disabled && wanted(entry).length > 0).map(({ to }) => to)

function viewOf({ id, subscription, health, signing }: Subscriber): SubscriptionView {
  const { destination: _, ...standing } = health.standing
  const failing = standing.failingSince === undefined ? 'working' : 'failing'
  return {
    id,
    origin: new URL(subscription.url).origin,
    topics: subscription.topics,
    state: health.disabled ? 'disabled' : failing,
    ...standing,
    ...signing.standing
  }
}
