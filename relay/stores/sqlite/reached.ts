import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import { Lru } from '../../lib/lru.ts'
import type { Committer } from './committer.ts'
import { change } from './query.ts'
import { truth } from './stored.ts'

type Mark = readonly [ConversationId, Seq, at: number]

/** How far visitors had come, and when: what they were shown, and what they read. */
export function createReached(db: Database, committer: Committer) {
  const known = new Lru<ConversationId, Seq>(50_000)
  const insertShown = change<[string]>(
    db,
    `UPDATE entry SET shown_at = mark.at
     FROM (SELECT value->>0 AS conversation, value->>1 AS seq, value->>2 AS at FROM json_each(?)) AS mark
     WHERE entry.conversation = mark.conversation AND entry.seq = mark.seq AND shown_at < 0`
  )
  const insertRead = change<[string, number, number]>(
    db,
    // A widget may tell it in the moment in which its conversation is erased.
    `INSERT INTO been_read SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM conversation WHERE id = ?1)
     ON CONFLICT DO NOTHING`
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
