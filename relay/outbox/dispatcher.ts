import type { ConversationId } from '#shared/ids.ts'
import type { Delivery, DestinationId } from '../conversation/delivery.ts'
import type { Json } from '../lib/json.ts'
import { createPace } from '../lib/pace.ts'
import type { Rehearsed } from '../lib/rehearsed.ts'
import { call, type OutboxParts, type Reach } from './attempt.ts'
import type { ActivityKind, Call, Destination } from './destination.ts'
import { createGate } from './gate.ts'
import { keyOf } from './key.ts'
import { Lane } from './lane.ts'
import { unknownDestination } from './unknown.ts'

export interface DispatcherParts extends OutboxParts {
  destinations: ReadonlyMap<DestinationId, Destination>
  leaseMs: number
  /** Deliveries of one destination in our hands, at most; 20,000 unless told. */
  handful?: number
}

/** What is in this process's hands for one destination. */
interface Waiting {
  lanes: number
  owed: number
  oldestOwedAt: number
}

const lookEveryMs = 1_000
const claimAtOnce = 500
/** With more than this in our hands, what else is owed to a destination stays in the store for now. */
const handful = 20_000
/** Looking past all that is owed to the same full destinations costs, and finds little: one look in so many. */
const looksWhileFull = 10

/** Claims, sends, settles. Lanes are parallel; inside a lane there is one call at a time. */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #lanes = new Map<string, Lane>()
  readonly #reaches = new Map<DestinationId, Reach>()
  readonly #stops: (() => void)[]
  #stopped = false
  #looking = false
  #fullBefore = ''
  #looks = 0

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#stops = [parts.store.watch({ owed: deliveries => this.#take(deliveries) })]
  }

  /** Looks for deliveries that nobody holds, now and then every second. */
  async start(): Promise<void> {
    const { clock, store, leaseMs } = this.#parts
    this.#stops.push(clock.every(lookEveryMs, () => void (this.#isDue() && this.look())))
    this.#stops.push(clock.every(leaseMs / 3, () => void store.renew()))
    await this.look()
  }

  /** Takes what nobody holds, at once: after a start or a revival. */
  async look(): Promise<void> {
    if (this.#looking || this.#stopped) return
    this.#looking = true
    try {
      let claimed = claimAtOnce
      while (claimed === claimAtOnce) {
        const deliveries = await this.#parts.store.claim(claimAtOnce, this.#full())
        this.#take(deliveries)
        claimed = deliveries.length
      }
    } catch (error) {
      this.#parts.log.warn({ error: String(error) }, 'could not look for owed deliveries')
    } finally {
      this.#looking = false
    }
  }

  /** Tells a destination, once, when nothing is owed to it. */
  tell(conversation: ConversationId, id: DestinationId, activity: ActivityKind): void {
    if (this.#stopped || !this.#parts.destinations.has(id)) return
    this.#laneOf(conversation, id).tell(activity)
  }

  /** These conversations are gone: what is owed of them is owed no longer. */
  forget(conversations: readonly ConversationId[]): void {
    const gone = new Set(conversations)
    for (const [key, lane] of this.#lanes) {
      if (!gone.has(lane.conversation)) continue
      lane.drop()
      this.#lanes.delete(key)
    }
  }

  /** Acknowledges a message of a conversation that is not (or no longer) ours. Once, best effort. */
  stray(id: DestinationId, address: string, raw: Json): void {
    if (!this.#parts.destinations.has(id)) return
    void call(this.#parts, this.#reachOf(id), { kind: 'stray', address, raw }, () => !this.#stopped)
  }

  /** The call that a delivery comes to, without making it; undefined where that is not known before it is made. */
  async rehearse(delivery: Delivery): Promise<Rehearsed | undefined> {
    const { destination, conversation, entry, address, attempts } = delivery
    const what: Call = { kind: 'entry', conversation, entry, address, key: keyOf(delivery), attempts }
    return this.#parts.destinations.get(destination)?.rehearse?.(what)
  }

  /** Deliveries in this process's hands. */
  waiting(): number {
    let count = 0
    for (const lane of this.#lanes.values()) count += lane.length
    return count
  }

  /** The same by destination: in how many lanes, how many, and since when. */
  waitingBy(): ReadonlyMap<DestinationId, Waiting> {
    const all = new Map<DestinationId, Waiting>()
    for (const { to, length, owedAt } of this.#lanes.values()) {
      if (owedAt === undefined) continue
      const { lanes, owed, oldestOwedAt } = all.get(to) ?? { lanes: 0, owed: 0, oldestOwedAt: owedAt }
      all.set(to, { lanes: lanes + 1, owed: owed + length, oldestOwedAt: Math.min(oldestOwedAt, owedAt) })
    }
    return all
  }

  #isDue(): boolean {
    const full = this.#full().join(' ')
    this.#looks = full === this.#fullBefore ? this.#looks + 1 : 0
    this.#fullBefore = full
    return full === '' || this.#looks % looksWhileFull === 0
  }

  /** Whoever has so much waiting here that the rest had better wait in the store: one of them fills no other's hand. */
  #full(): readonly DestinationId[] {
    const { handful: most = handful } = this.#parts
    const held = new Map<DestinationId, number>()
    for (const { to, length } of this.#lanes.values()) held.set(to, (held.get(to) ?? 0) + length)
    return [...held].filter(([, count]) => count >= most).map(([id]) => id)
  }

  /** Lets the calls under way finish, for at most so long. */
  async stop(withinMs: number): Promise<void> {
    this.#stopped = true
    for (const stop of this.#stops) stop()
    const all = Promise.all([...this.#lanes.values()].map(lane => lane.stop()))
    await Promise.race([all, new Promise<void>(resolve => this.#parts.clock.after(withinMs, resolve))])
  }

  #take(deliveries: readonly Delivery[]): void {
    if (this.#stopped) return
    for (const delivery of deliveries) {
      this.#laneOf(delivery.conversation, delivery.destination).owe(delivery)
    }
  }

  #laneOf(conversation: ConversationId, id: DestinationId): Lane {
    const key = `${id} ${conversation}`
    const held = this.#lanes.get(key)
    if (held) return held
    const lane = new Lane(conversation, this.#reachOf(id), this.#parts, idle => {
      if (this.#lanes.get(key) === idle) this.#lanes.delete(key)
    })
    this.#lanes.set(key, lane)
    return lane
  }

  #reachOf(id: DestinationId): Reach {
    const held = this.#reaches.get(id)
    if (held) return held
    const { destinations, clock } = this.#parts
    const destination = destinations.get(id) ?? unknownDestination(id)
    const { concurrency, perSecond } = destination
    const pace = perSecond === undefined ? undefined : createPace(perSecond, clock)
    const reach = { id, destination, gate: createGate(concurrency), pace }
    this.#reaches.set(id, reach)
    return reach
  }
}
