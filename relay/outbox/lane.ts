import type { ConversationId } from '#shared/ids.ts'
import type { Attempt, Delivery, DestinationId } from '../conversation/delivery.ts'
import type { Linked, Settlement } from '../conversation/store.ts'
import { attempt, call, type OutboxParts, type Reach } from './attempt.ts'
import { leftMs } from './backoff.ts'
import type { ActivityKind, Call } from './destination.ts'

/** How long to wait before a settlement that could not be stored is written again. */
const unstoredMs = 1_000

/**
 * All that one destination is owed of one conversation: one call at a time, in order. Activity goes out only when
 * nothing is owed, the newest of its kind, once.
 */
export class Lane {
  readonly conversation: ConversationId
  readonly #reach: Reach
  readonly #parts: OutboxParts
  readonly #idle: (lane: Lane) => void
  readonly #queue: Delivery[] = []
  readonly #activity = new Map<'read' | 'typing', ActivityKind>()
  #address: string | undefined
  #running: Promise<void> | undefined
  #mark: Promise<void> | undefined
  /** What was sent, and whose mark is not durable yet. */
  #unmarked: number | undefined
  #begun = false
  #stopped = false
  #wake: (() => void) | undefined

  constructor(conversation: ConversationId, reach: Reach, parts: OutboxParts, idle: (lane: Lane) => void) {
    this.conversation = conversation
    this.#reach = reach
    this.#parts = parts
    this.#idle = idle
  }

  /** Whom it calls. */
  get to(): DestinationId {
    return this.#reach.id
  }

  get length(): number {
    return this.#queue.length
  }

  /** ms since 1970: since when what stands first has been owed. */
  get owedAt(): number | undefined {
    return this.#queue[0]?.owedAt
  }

  owe(delivery: Delivery): void {
    // Once the lease has run out, our own look may claim what was sent before its mark could be stored.
    if (delivery.id === this.#unmarked || this.#queue.some(({ id }) => id === delivery.id)) return
    const later = this.#queue.findIndex(({ id }) => id > delivery.id)
    // Once the head is under way, nothing gets in front of it.
    if (later > 0 || (later === 0 && !this.#begun)) this.#queue.splice(later, 0, delivery)
    else this.#queue.push(delivery)
    this.#start()
  }

  tell(activity: ActivityKind): void {
    this.#activity.set(activity === 'read' ? 'read' : 'typing', activity)
    this.#start()
  }

  /** Its conversation is gone: nothing more goes out. */
  drop(): void {
    this.#queue.splice(0)
    this.#activity.clear()
    this.#stopped = true
    this.#wake?.()
  }

  /** Lets the call under way finish and settle; starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake?.()
    await this.#running
    await this.#marks()
  }

  #start(): void {
    if (this.#running || this.#stopped) return
    this.#running = this.#work().finally(() => {
      this.#running = undefined
      this.#begun = false
      // Something may have come between the last look and now.
      if (this.#queue.length > 0 || this.#activity.size > 0) this.#start()
      else if (this.#mark) void this.#mark.then(() => this.#rest())
      else this.#idle(this)
    })
  }

  #rest(): void {
    if (!this.#running && !this.#mark) this.#idle(this)
  }

  async #work(): Promise<void> {
    // What was claimed in the same commit is handed over in this turn, and may be older.
    await Promise.resolve()
    this.#begun = true
    while (!this.#stopped && this.#queue.length + this.#activity.size > 0) {
      try {
        await this.#next()
      } catch (error) {
        this.#fault(error)
        await this.#pause(unstoredMs)
      }
    }
  }

  #next(): Promise<void> {
    const head = this.#queue[0]
    return head ? this.#deliver(head) : this.#mention()
  }

  #fault(error: unknown): void {
    this.#parts.log.error({ destination: this.to, error: String(error) }, 'a fault in a lane')
  }

  async #deliver(head: Delivery): Promise<void> {
    await this.#marks()
    await this.#pause(leftMs(head, this.#parts.clock.now()))
    if (this.#stopped) return
    const delivery = { ...head, address: head.address ?? this.#address }
    const next = await attempt({
      parts: this.#parts,
      reach: this.#reach,
      delivery,
      goesOn: () => !this.#stopped,
      stored: async (settlement, attempt) => {
        // Where no call is made twice, a crash before the mark would tell the visitor of a loss that was none.
        if (settlement.kind !== 'done' || this.#reach.destination.once)
          return this.#store(delivery, settlement, attempt)
        this.#unmarked = delivery.id
        this.#mark = this.#done(delivery, attempt)
        return true
      },
      linked: (address, attempt) => this.#link(delivery, address, attempt),
      handedIn: input =>
        this.#insist(async () => (await this.#parts.handIn(this.conversation, input)).kind !== 'failed')
    })
    if (next.kind === 'over' || this.#queue.length === 0) this.#queue.shift()
    else this.#queue[0] = next.delivery
    if (!this.#mark) this.#parts.crash('after-settle')
  }

  /** The mark of what is done needs no commit of its own, as long as nothing more is sent before it is durable. */
  async #done(delivery: Delivery, attempt: Attempt | undefined): Promise<void> {
    await this.#insist(() => this.#parts.store.settleSoon(delivery, attempt))
    this.#parts.crash('after-settle')
    this.#unmarked = undefined
    this.#mark = undefined
  }

  async #marks(): Promise<void> {
    if (!this.#mark) return
    this.#parts.store.hurry()
    await this.#mark
  }

  async #mention(): Promise<void> {
    const [activity] = this.#activity.values()
    if (activity === undefined) return
    this.#activity.delete(activity === 'read' ? 'read' : 'typing')
    const { conversation } = this
    const address = this.#address ?? (await this.#parts.store.address(this.#reach.id, conversation))
    if (address === undefined) return
    const what: Call = { kind: 'activity', conversation, address, activity }
    await call(this.#parts, this.#reach, what, () => !this.#stopped)
  }

  async #link(
    delivery: Delivery,
    address: string,
    attempt?: Attempt
  ): Promise<'linked' | 'taken' | 'stopped'> {
    let linked = 'failed' as Linked
    const isStored = async () => {
      linked = await this.#parts.store.link(delivery, address, attempt)
      return linked !== 'failed'
    }
    if (!(await this.#insist(isStored)) || linked === 'failed') return 'stopped'
    if (linked === 'linked') this.#address = address
    return linked
  }

  /** What was sent is sent: the mark of it is written until it holds, and nothing is sent twice meanwhile. */
  #store(delivery: Delivery, settlement: Settlement, attempt?: Attempt): Promise<boolean> {
    return this.#insist(() => this.#parts.store.settle(delivery, settlement, attempt))
  }

  /** Tries until it is stored; false when the lane was stopped before. A fault of ours is no reason to call again. */
  async #insist(isStored: () => Promise<boolean>): Promise<boolean> {
    const caught = async () => {
      try {
        return await isStored()
      } catch (error) {
        this.#fault(error)
        return false
      }
    }
    while (!(await caught())) {
      await this.#pause(unstoredMs)
      if (this.#stopped) return false
    }
    return true
  }

  async #pause(ms: number): Promise<void> {
    if (ms <= 0 || this.#stopped) return
    await new Promise<void>(resolve => {
      const cancel = this.#parts.clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
    this.#wake = undefined
  }
}
