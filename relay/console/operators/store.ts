import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Attempt, Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'

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

/** An entry, and where it has got to. Times are ms since 1970, and missing where nothing is known. */
export interface EntryTold {
  entry: Entry
  /** When the transaction was written that made it durable. */
  committedAt?: number
  /** When a widget was given it. */
  shownAt?: number
  /** When its visitor had read as far. */
  readAt?: number
  deliveries: readonly DeliveryTold[]
}

/** These dead letters, or all of a destination. */
export type Which = { ids: readonly number[] } | { destination: DestinationId }

/** What a store keeps for those who keep the relay running. */
export interface OperatorsStore {
  /** Entries after `after`, in their order, at most `limit`. */
  timeline(conversation: ConversationId, after: Seq, limit: number): Promise<readonly EntryTold[]>

  /** A dead letter, as it would be tried if it were owed again. */
  deadLetter(id: number): Promise<Delivery | undefined>
  /** Given up on for good. False when there is no such dead letter, undefined when it is not stored. */
  drop(id: number, why: string): Promise<boolean | undefined>
  /** Owed again, as if they had never been tried: how many. Undefined when not all could be stored. */
  revive(which: Which): Promise<number | undefined>
}
