import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Entry } from './entry.ts'

/** Who is called: the folder and the id of the configuration, such as `bots/support`. */
export type DestinationId = string

/** An entry owed to one destination. */
export interface Delivery {
  /** The store's own id; deliveries of one lane (conversation and destination) go out in the order of their ids. */
  id: number
  destination: DestinationId
  conversation: ConversationId
  entry: Entry
  /** How often it was tried before. */
  attempts: number
  /** ms since 1970: when it was first owed. */
  owedAt: number
  /** ms since 1970: not before. */
  dueAt: number
  /** ms that its last try put it off for, if this process made it. */
  putOffMs?: number
  /** The destination's own id for the conversation, once it has told us. */
  address: string | undefined
  /** It was being tried when the relay died, and may have been taken. */
  tried?: true
  /** ms since 1970: when that try began, where it is known. */
  triedAt?: number
}

/** One call that was made for a delivery, and what came of it. */
export interface Attempt {
  /** ms since 1970: when it began. */
  at: number
  /** Missing where the relay died meanwhile. */
  tookMs?: number
  outcome: 'taken' | 'linked' | 'later' | 'unknown' | 'lost' | 'refused' | 'gone'
  /** The last HTTP status that was answered, if any was. */
  status?: number
  /** In words, without secrets. */
  reason?: string
}

/** A delivery given up on, until a person revives it. */
export interface DeadLetter {
  id: number
  destination: DestinationId
  conversation: ConversationId
  seq: Seq
  attempts: number
  /** In words, without secrets. */
  reason: string
  at: number
}

/**
 * The secret that a destination's calls are signed with was replaced. Kept is what the new one is made of, never what it
 * is. Times are ms since 1970.
 */
export interface Rotation {
  destination: DestinationId
  at: number
  /** Makes the secret, together with the relay's own. */
  salt: string
  /** Until then those before it sign along. */
  until: number
  /** Marks of the secrets that were configured then. */
  configured: readonly string[]
}

/** How a destination has been answering, where that has consequences. Times are ms since 1970. */
export interface Standing {
  destination: DestinationId
  /** Nothing has been taken since. */
  failingSince?: number
  /** Nothing is owed to it since, */
  disabledAt?: number
  /** … until then. */
  enabledAt?: number
  /** Why it was disabled: in words, without secrets. */
  reason?: string
}
