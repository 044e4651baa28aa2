import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Attempt, Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Phase } from '../../conversation/state.ts'

/** What became of an entry at one destination. Times are ms since 1970. */
export interface DeliveryTold {
  id: number
  destination: DestinationId
  owedAt: number
  state: 'owed' | 'done' | 'dead' | 'dropped'
  settledAt?: number
  /** Why it is not done, or why it was given up on: in words, without secrets. */
  reason?: string
  /** Given up on for good by an operator. */
  dropped?: { at: number; why: string }
  /** In their order. */
  attempts: readonly Attempt[]
}

/** A delivery to a subscriber, and the entry that it is about. */
export interface DeliveredTold extends DeliveryTold {
  conversation: ConversationId
  entry: Entry
  /** While it is owed: it is not called before that. */
  dueAt?: number
}

/** An entry, and where it has got to. Times are ms since 1970, and missing where nothing is known. */
export interface EntryTold {
  entry: Entry
  /** When the transaction was written that made it durable. */
  committedAt?: number
  /** When a widget was given it; of what its visitor did not say themselves. */
  shownAt?: number
  /** When its visitor had read as far: never before it was shown. */
  readAt?: number
  deliveries: readonly DeliveryTold[]
}

/** These dead letters, or all of a destination. */
export type Which = { ids: readonly number[] } | { destination: DestinationId }

/** Which conversations are looked for: all that is given must fit. */
export interface Filter {
  /** What was said there. */
  text?: string | undefined
  site?: string | undefined
  /** The bot that answers, or the channel, such as `bots/support`. */
  platform?: string | undefined
  phase?: Phase | undefined
  /** ms since 1970: when it was said, or, where no text is looked for, when the conversation was opened. */
  from?: number | undefined
  to?: number | undefined
  /** What an answer said to go on from. */
  before?: number | undefined
  limit: number
}

export interface Match {
  conversation: ConversationId
  /** The newest entry that fits; none where no text was looked for. */
  entry?: Entry
}

export interface Found {
  /** What was said last comes first, or, where no text was looked for, who came last. */
  matches: readonly Match[]
  /** Where there are more: go on from there. */
  before?: number
  /** How much of all that was ever said has been looked through, from 0 to 1. */
  indexed: number
}

/** What a store keeps for those who keep the relay running. */
export interface OperatorsStore {
  /** Entries after `after`, in their order, at most `limit`. */
  timeline(conversation: ConversationId, after: Seq, limit: number): Promise<readonly EntryTold[]>

  /**
   * To a subscriber (`topics/…`), as long as their conversations are kept: those that were owed last come first, below the id
   * `before` if it is there.
   */
  delivered(
    to: DestinationId,
    page: { before?: number | undefined; limit: number }
  ): Promise<readonly DeliveredTold[]>

  search(filter: Filter): Promise<Found>

  /** A dead letter, as it would be tried if it were owed again. */
  deadLetter(id: number): Promise<Delivery | undefined>
  /** Given up on for good. False when there is no such dead letter, undefined when it is not stored. */
  drop(id: number, why: string): Promise<boolean | undefined>
  /** How many there are of each destination. */
  countDead(): Promise<ReadonlyMap<DestinationId, number>>
  /** Owed again, as if they had never been tried: how many. Undefined when not all could be stored. */
  revive(which: Which): Promise<number | undefined>
}
