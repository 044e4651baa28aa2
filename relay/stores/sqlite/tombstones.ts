import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Tombstone } from '../../conversation/visitors.ts'
import { bodyOf } from './entries.ts'
import { entryAt } from './entry-at.ts'
import { change, query } from './query.ts'

/** Where a log was, and how far it went: what is said in its place comes after it. */
export interface Grave {
  id: ConversationId
  site: string
  bot: DestinationId
  head: Seq
}

/** What stands where a log was. Runs inside the transaction of the erasure. */
export function createTombstones(db: Database) {
  const places = query<[string], Grave>(
    db,
    `SELECT c.id, c.site, c.bot, (SELECT max(seq) FROM entry e WHERE e.conversation = c.id) AS head
     FROM conversation c WHERE c.id IN (SELECT value FROM json_each(?))`
  )
  // Its summary quotes nothing.
  const insertConversation = change<[string, string, string, number, number]>(
    db,
    `INSERT INTO conversation (id, site, bot, phase, opened_at, at, head)
     VALUES (?1, ?2, ?3, 'closed', ?4, ?4, ?5)`
  )
  const insertEntry = change<[string, number, string, number]>(
    db,
    'INSERT INTO entry (conversation, seq, body, stored_at) VALUES (?, ?, ?, ?)'
  )
  const insertDelivery = change<[string, string, number, number]>(
    db,
    `INSERT INTO delivery (destination, conversation, seq, entry, state, attempts, owed_at, due_at, node, lease_until)
     VALUES (?1, ?2, ?3, ${entryAt('?2', '?3')}, 0, 0, ?4, ?4, NULL, 0)`
  )
  return {
    places: (conversations: string): readonly Grave[] => places.all(conversations),
    set({ id, site, bot, head }: Grave, { at, owed }: Tombstone): void {
      const entry: Entry = { seq: head + 1, at, kind: 'erased', site, bot }
      insertConversation(id, site, bot, at, entry.seq)
      insertEntry(id, entry.seq, bodyOf(entry), at)
      for (const destination of owed) insertDelivery(destination, id, entry.seq, at)
    }
  }
}
