import type { ConversationId } from '#shared/ids.ts'
import type { Delivery, DestinationId } from '../conversation/delivery.ts'
import type { Json } from '../lib/json.ts'
import type { OutboxParts } from './attempt.ts'
import type { ActivityKind, Destination } from './destination.ts'
import { createGate, type Gate } from './gate.ts'
import { Lane } from './lane.ts'

export interface DispatcherParts extends OutboxParts {
  destinations: ReadonlyMap<DestinationId, Destination>
  leaseMs: number
}

/** Claims, sends, settles. Lanes are parallel; inside a lane there is one call at a time. */
export interface Dispatcher {
  /** Looks for deliveries that nobody holds, now and then every second. */
  start(): Promise<void>
  /** Tells a destination, once, if nothing is owed to it just now. */
  tell(conversation: ConversationId, destination: DestinationId, activity: ActivityKind): void
  /** Acknowledges a message of a conversation that is not (or no longer) ours. Once, best effort. */
  stray(destination: DestinationId, address: string, raw: Json): void
  /** Looks for deliveries at once: after a revival. */
  look(): void
  /** Deliveries in this process's hands. */
  waiting(): number
  /** Lets the calls under way finish, for at most so long. */
  stop(withinMs: number): Promise<void>
}

const lookEveryMs = 1_000
const claimAtOnce = 500
/** Above this, what is owed stays in the store for now. */
const handful = 20_000

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, log, destinations } = parts
  const lanes = new Map<string, Lane>()
  const gates = new Map<DestinationId, Gate>()
  const stops: (() => void)[] = [store.watch({ owed: deliveries => take(deliveries) })]
  let stopped = false
  let looking = false

  function laneOf(conversation: ConversationId, id: DestinationId): Lane | undefined {
    const key = `${id} ${conversation}`
    const held = lanes.get(key)
    if (held) return held
    const destination = destinations.get(id)
    if (!destination) return undefined
    const gate = gates.get(id) ?? createGate(destination.concurrency)
    gates.set(id, gate)
    const lane = new Lane(conversation, { id, destination, gate }, parts, idle => {
      if (lanes.get(key) === idle) lanes.delete(key)
    })
    lanes.set(key, lane)
    return lane
  }

  function take(deliveries: readonly Delivery[]): void {
    if (stopped) return
    for (const delivery of deliveries) {
      const lane = laneOf(delivery.conversation, delivery.destination)
      if (lane) lane.owe(delivery)
      else void bury(delivery)
    }
  }

  async function bury(delivery: Delivery): Promise<void> {
    const reason = 'the configuration names no such destination'
    log.error({ destination: delivery.destination, delivery: delivery.id, reason }, 'dead letter')
    parts.meter.died(delivery.destination)
    await store.settle(delivery, { kind: 'dead', reason })
  }

  function waiting(): number {
    let count = 0
    for (const lane of lanes.values()) count += lane.length
    return count
  }

  async function look(): Promise<void> {
    if (looking || stopped) return
    looking = true
    try {
      for (;;) {
        if (waiting() > handful) return
        const claimed = await store.claim(claimAtOnce)
        take(claimed)
        if (claimed.length < claimAtOnce) return
      }
    } catch (error) {
      log.warn({ error: String(error) }, 'could not look for owed deliveries')
    } finally {
      looking = false
    }
  }

  return {
    waiting,
    look: () => void look(),
    async start() {
      stops.push(clock.every(lookEveryMs, () => void look()))
      stops.push(clock.every(parts.leaseMs / 3, () => void store.renew()))
      await look()
    },
    tell(conversation, id, activity) {
      if (!stopped) laneOf(conversation, id)?.tell(activity)
    },
    stray(id, address, raw) {
      void destinations.get(id)?.send({ kind: 'stray', address, raw })
    },
    async stop(withinMs) {
      stopped = true
      for (const stop of stops) stop()
      const all = Promise.all([...lanes.values()].map(lane => lane.stop()))
      await Promise.race([all, new Promise<void>(resolve => clock.after(withinMs, resolve))])
    }
  }
}
