import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry } from './entry.ts'
import type { Phase } from './state.ts'

/** Whom an erasure is about: by what they prove themselves with, or by any conversation of theirs. */
export type Whom = string | { conversation: ConversationId }

/** What an erasure leaves in the place of each log: that it was so, and who is owed the news. */
export interface Tombstone {
  /** ms since 1970 */
  at: number
  owed: readonly DestinationId[]
}

/** Told of what nobody may remember any more: when it is withdrawn, and when its tombstone stands. */
export type Gone = (conversations: readonly ConversationId[]) => void

/** A conversation that a visitor has had. */
export interface Had {
  id: ConversationId
  phase: Phase
  head: Seq
  /** ms since 1970 */
  openedAt: number
}

/** What a store knows of visitors, by the hash of what they prove themselves with. */
export interface Visitors {
  visitor(hash: string): Promise<{ site: string; conversation: ConversationId } | undefined>
  /** All that this visitor has had, the newest first. */
  had(hash: string, limit: number): Promise<readonly Had[]>
  /** Is it one of this visitor's? */
  isOf(hash: string, conversation: ConversationId): Promise<boolean>
  /** What has this id of theirs in another conversation of theirs than this one. */
  saidElsewhere(hash: string, conversation: ConversationId, id: ClientId): Promise<readonly Entry[]>
  /** The newest entries below `before`, in order, at most `limit`. */
  readBefore(conversation: ConversationId, before: Seq, limit: number): Promise<readonly Entry[]>
  /** The first entry that is still owed to a destination. */
  owedFrom(conversation: ConversationId, destination: DestinationId): Promise<Seq | undefined>
  /** Whose conversation it is; undefined where its visitor is a channel's, or nobody any more. */
  visitorOf(conversation: ConversationId): Promise<string | undefined>
  /**
   * Nothing is left of the visitor, and nothing that was said can be read from the store's files any more, or as soon as no
   * other program reads them: which conversations are gone. They are out of reach at once, and told to `gone`; what they said
   * is erased a little at a time, also by the next start. Undefined when that could not be stored: it may be wanted again.
   * Of each log a tombstone is left, if there is one to leave. What that owes is in nobody's hands until it is claimed.
   */
  erase(whom: Whom, tombstone?: Tombstone, gone?: Gone): Promise<readonly ConversationId[] | undefined>
}
