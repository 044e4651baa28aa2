import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry } from './entry.ts'
import type { Phase } from './state.ts'

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
  /** The newest entries below `before`, in order, at most `limit`. */
  readBefore(conversation: ConversationId, before: Seq, limit: number): Promise<readonly Entry[]>
  /** The first entry that is still owed to a destination. */
  owedFrom(conversation: ConversationId, destination: DestinationId): Promise<Seq | undefined>
  /**
   * Nothing is left of the visitor, and nothing that was said can be read from the store's files any more, or as soon as no
   * other program reads them: which conversations are gone. Undefined when it could not be done, and nothing changed.
   */
  erase(hash: string): Promise<readonly ConversationId[] | undefined>
}
