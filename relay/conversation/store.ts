import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Attempt, DeadLetter, Delivery, DestinationId, Rotation, Standing } from './delivery.ts'
import type { Entry } from './entry.ts'
import type { Phase } from './state.ts'
import type { Summary } from './summary.ts'
import type { Visitors } from './visitors.ts'

/** Entries, and everything that becomes true with them: taken as a whole or not at all. */
export interface Append {
  conversation: ConversationId
  /** The head that the decision was made on. */
  expected: Seq
  /** Numbered from `expected + 1` on; at least one. */
  entries: readonly Entry[]
  /** Unique in the conversation, for ever. */
  clientId?: ClientId
  /** Unique for their destination, for ever. */
  received?: {
    from: DestinationId
    ids: readonly string[]
    /** The entry that they are of: where it is found by them. */
    seq: Seq
    /** Kept for what names them in `echoOf`; taken or not before, they stand in nobody's way. */
    echoed?: readonly string[]
    /** Looked for, not taken. */
    echoOf?: readonly string[]
  }
  owed: readonly { destination: DestinationId; seq: Seq }[]
  /** The phase these entries lead to. */
  phase: Phase
  /** On the first append: whose conversation it is. It is `known` if they have an open one already. */
  visitor?: { hash: string; site: string }
  /** On the first append: the id it has at its channel. It is `known` if an open conversation has it already. */
  address?: { destination: DestinationId; address: string }
  /** Hand in a deadline for the entry at `of`. */
  alarm?: { at: number; of: Seq }
}

export type Appended =
  | { kind: 'appended' }
  /** Somebody else appended first: load and decide again. */
  | { kind: 'conflict' }
  /** One of the ids is in the log already, at this seq (in this conversation). */
  | { kind: 'known'; conversation: ConversationId; seq: Seq }
  /** Not stored, and nothing changed. */
  | { kind: 'failed'; reason: string }

/** How a delivery stands after a try. */
export type Settlement =
  | { kind: 'done' }
  /** A call that must not be made twice is about to be made. */
  | { kind: 'trying' }
  | { kind: 'later'; dueAt: number; reason: string }
  | { kind: 'dead'; reason: string }

/** What became of a destination's id for a conversation; `taken`: another conversation has it, or had it. */
export type Linked = 'linked' | 'taken' | 'failed'

/** Which conversations are wanted. */
export interface Listing {
  phase?: Phase | undefined
  site?: string | undefined
  /** What comes after this one in the list; or after its time, ms since 1970. */
  before?: ConversationId | number | undefined
  limit: number
}

export interface Alarm {
  id: number
  conversation: ConversationId
  of: Seq
}

/** An entry, and its place among those of all conversations. */
export interface Stored {
  place: number
  conversation: ConversationId
  entry: Entry
}

/** What the store tells those who wait, right after a commit. Called in commit order. */
export interface Watcher {
  appended?(conversation: ConversationId, entries: readonly Entry[]): void
  /** Deliveries that were born claimed by this node. */
  owed?(deliveries: readonly Delivery[]): void
}

/**
 * Where the logs live. Every promise is kept only after the change is durable. One store object is one node: the
 * deliveries that it appends are claimed by it, unless another node holds their lane.
 */
export interface Store extends Visitors {
  /** Changes when the store has gone back in time. */
  readonly epoch: string
  append(work: Append): Promise<Appended>
  /** Entries after `after`, in order, at most `limit`. */
  read(conversation: ConversationId, after: Seq, limit: number): Promise<readonly Entry[]>
  /** The entry that has this client id. */
  byClientId(conversation: ConversationId, id: ClientId): Promise<Entry | undefined>
  /** Where an event or message of this destination stands in the log. */
  byReceived(
    from: DestinationId,
    ids: readonly string[]
  ): Promise<{ conversation: ConversationId; seq: Seq } | undefined>
  byAddress(destination: DestinationId, address: string): Promise<ConversationId | undefined>
  /** The destination's own id for a conversation. */
  address(destination: DestinationId, conversation: ConversationId): Promise<string | undefined>
  /** Moves the visitor's cursor, never back. */
  markSeen(conversation: ConversationId, seq: Seq): Promise<void>
  seen(conversation: ConversationId): Promise<Seq>
  /** A widget was given all up to here. Told with the next commit that anybody needs; when it is lost, nothing is. */
  markShown(conversation: ConversationId, seq: Seq): void
  /** Where something was stored last comes first; of those who wait, who waits longest. */
  conversations(listing: Listing): Promise<readonly Summary[]>
  summary(conversation: ConversationId): Promise<Summary | undefined>

  /** Owes an entry once more, unless it is still owed. False when it could not be stored. */
  owe(conversation: ConversationId, seq: Seq, destination: DestinationId): Promise<boolean>
  /** Keeps the destination's own id for the delivery's conversation, together with the attempt that led to it. */
  link(delivery: Delivery, address: string, attempt?: Attempt): Promise<Linked>
  /** Together with the attempt that led to it, if one did. False when it could not be stored. */
  settle(delivery: Delivery, settlement: Settlement, attempt?: Attempt): Promise<boolean>
  /** Done, told with the next commit that anybody needs, or in a moment: the mark alone is not worth a commit. */
  settleSoon(delivery: Delivery, attempt?: Attempt): Promise<boolean>
  /** Commits now what `settleSoon` has put off. */
  hurry(): void
  /**
   * Owed deliveries whose lane nobody else holds, claimed for this node until the lease runs out. Nothing of the `full`
   * destinations: what is owed to them, also from now on, waits in nobody's hands for a claim that does not name them.
   */
  claim(limit: number, full?: readonly DestinationId[]): Promise<readonly Delivery[]>
  /** Holds on to everything this node has claimed, for another lease. */
  renew(): Promise<void>
  deadLetters(limit: number): Promise<readonly DeadLetter[]>
  /** Owed again, as if it had never been tried. False when there is no such dead letter. */
  revive(id: number): Promise<boolean>

  /** Of all logs together, what was stored after this place, in the order of storing. The first place is above 0. */
  stored(after: number, limit: number): Promise<readonly Stored[]>
  /** The place of what was stored last; 0 before the first. */
  newest(): Promise<number>
  /** How destinations stand; of some nothing was ever kept. */
  standings(): Promise<readonly Standing[]>
  /** Keeps how a destination stands from now on. False when it could not be stored. */
  keepStanding(standing: Standing): Promise<boolean>
  /** Of all destinations together, in the order of keeping. */
  rotations(): Promise<readonly Rotation[]>
  /** False when it could not be stored. */
  keepRotation(rotation: Rotation): Promise<boolean>

  /** Alarms that are due. */
  alarms(now: number, limit: number): Promise<readonly Alarm[]>
  disarm(alarm: Alarm): Promise<void>

  watch(watcher: Watcher): () => void
  /** Can it store? Tries to write when the last commit failed, so that it heals by being asked. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
