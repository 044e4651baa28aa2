import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import { Lru } from '../../lib/lru.ts'
import { change } from './query.ts'

/** How far visitors had come, and when: what they were shown, and what they read. */
export function createReached(db: Database) {
  const known = new Lru<ConversationId, Seq>(50_000)
  const insert = change<[string, number, number, number]>(
    db,
    // A widget may be told in the moment in which its conversation is erased.
    `INSERT INTO reached SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM conversation WHERE id = ?1)
     AND NOT EXISTS (SELECT 1 FROM reached WHERE conversation = ?1 AND what = ?2 AND seq >= ?3)`
  )
  return {
    /** False when a widget has been given that much before: another tab, or the same one come back. */
    isNew(conversation: ConversationId, seq: Seq): boolean {
      if ((known.get(conversation) ?? 0) >= seq) return false
      known.set(conversation, seq)
      return true
    },
    shown: (conversation: ConversationId, seq: Seq, now: number) => insert(conversation, 1, seq, now),
    read: (conversation: ConversationId, seq: Seq, now: number) => insert(conversation, 2, seq, now)
  }
}
