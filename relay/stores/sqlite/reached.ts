import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import { Lru } from '../../lib/lru.ts'
import type { Committer } from './committer.ts'
import { change } from './query.ts'
import { truth } from './stored.ts'

type Mark = readonly [ConversationId, Seq, at: number]

// A widget may be given something in the moment in which its conversation is erased.
const isThere = 'EXISTS (SELECT 1 FROM conversation WHERE id = '

/** How far visitors had come, and when: what they were shown, and what they read. */
export function createReached(db: Database, committer: Committer) {
  const known = new Lru<ConversationId, Seq>(50_000)
  const insertShown = change<[string]>(
    db,
    `INSERT INTO reached SELECT value->>0, 1, value->>1, value->>2 FROM json_each(?)
     WHERE ${isThere} value->>0) ON CONFLICT DO NOTHING`
  )
  const insertRead = change<[string, number, number]>(
    db,
    `INSERT INTO reached SELECT ?1, 2, ?2, ?3 WHERE ${isThere} ?1) ON CONFLICT DO NOTHING`
  )
  let gathered: Mark[] | undefined

  /** All that widgets are given until the next commit is one statement of it. */
  function gather(): Mark[] {
    const marks: Mark[] = []
    const written = committer.ride(() => {
      if (gathered === marks) gathered = undefined
      insertShown(JSON.stringify(marks))
    })
    void truth(written)
    return marks
  }

  return {
    shown(conversation: ConversationId, seq: Seq, now: number): void {
      // Another tab, or the same one come back.
      if ((known.get(conversation) ?? 0) >= seq) return
      known.set(conversation, seq)
      gathered ??= gather()
      gathered.push([conversation, seq, now])
    },
    /** Within a commit. */
    read: (conversation: ConversationId, seq: Seq, now: number) => insertRead(conversation, seq, now)
  }
}
