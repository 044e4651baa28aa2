import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Tombstone, Whom } from '../../conversation/visitors.ts'
import type { Clock } from '../../lib/clock.ts'
import { NotStored } from './not-stored.ts'
import { change, query } from './query.ts'
import { forgettingSql, type SearchIndex } from './search-index.ts'
import { createTombstones } from './tombstones.ts'

const among = 'IN (SELECT value FROM json_each(?))'
/**
 * An entry is emptied where it lies. Were it taken out, SQLite would move its neighbours together and leave copies of them in
 * the unused part of a page, where who said them could never be erased: what is not in a row any more is not written over.
 */
const emptied = `UPDATE entry SET conversation = '', seq = -id, client_id = NULL, body = '' WHERE conversation ${among}`
const ownedSql = ['visitor WHERE hash', 'had WHERE visitor'].map(what => `DELETE FROM ${what} = ?`)
const othersSql = [
  ...['delivery', 'attempt', 'alarm', 'received', 'address', 'seen', 'been_read'].map(
    table => `DELETE FROM ${table} WHERE conversation ${among}`
  ),
  emptied,
  `DELETE FROM conversation WHERE id ${among}`
]
/** Found in the order of what is known: a conversation, who has it, what else they have. */
const findingSql = [
  'SELECT visitor FROM had WHERE conversation = ?',
  'SELECT conversation FROM had WHERE visitor = ?',
  'SELECT id AS conversation FROM conversation WHERE id = ?'
] as const
/** All that an erasure runs: none of it may read through a table, whatever its size. */
export const erasingSql = [...findingSql, forgettingSql, ...ownedSql, ...othersSql]

/**
 * Takes all of a visitor out of the database, in one transaction of its own: what refers to entries goes with them, and
 * to have SQLite look for more of it under each entry would read all deliveries for each.
 */
export function createErasing(db: Database, index: SearchIndex, empty: () => void) {
  const [visitorSql, hadSql, oneSql] = findingSql
  const visitor = query<[string], { visitor: string }>(db, visitorSql)
  const had = query<[string], { conversation: ConversationId }>(db, hadSql)
  const one = query<[string], { conversation: ConversationId }>(db, oneSql)
  const owned = ownedSql.map(sql => change<[string]>(db, sql))
  const others = othersSql.map(sql => change<[string]>(db, sql))
  const tombstones = createTombstones(db)

  const hashOf = (whom: Whom) => (typeof whom === 'string' ? whom : visitor.one(whom.conversation)?.visitor)

  function conversationsOf(whom: Whom, hash: string | undefined): readonly ConversationId[] {
    const rows =
      hash === undefined && typeof whom !== 'string' ? one.all(whom.conversation) : had.all(hash ?? '')
    return rows.map(({ conversation }) => conversation)
  }

  function all(whom: Whom, tombstone: Tombstone | undefined): readonly ConversationId[] {
    const hash = hashOf(whom)
    const conversations = conversationsOf(whom, hash)
    const named = JSON.stringify(conversations)
    const graves = tombstone ? tombstones.places(named) : []
    index.forget(conversations)
    if (hash !== undefined) for (const remove of owned) remove(hash)
    for (const remove of others) remove(named)
    if (tombstone) for (const grave of graves) tombstones.set(grave, tombstone)
    return conversations
  }

  return {
    visitorOf: (conversation: ConversationId): string | undefined => visitor.one(conversation)?.visitor,
    erase(whom: Whom, tombstone?: Tombstone): readonly ConversationId[] {
      const conversations = unchecked(db, () => all(whom, tombstone))
      empty()
      return conversations
    }
  }
}

/** One transaction in which nothing is looked up that refers to what is taken out. */
export function unchecked<T>(db: Database, work: () => T): T {
  if (!db.open) throw new NotStored('the store is closed')
  db.pragma('foreign_keys = OFF')
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw new NotStored(String(error), { cause: error })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

const againMs = 1_000

/**
 * The pages as they were before an erasure are in the log of writes until it is emptied. That has to wait while another
 * program reads the file, as a backup does.
 */
export function createEmptying(db: Database, clock: Clock): () => void {
  let due = false
  return function empty(): void {
    if (due || !db.open || emptyLog(db)) return
    due = true
    clock.after(againMs, () => {
      due = false
      empty()
    })
  }
}

/** False when somebody else reads it, or the disk does not take it. */
export function emptyLog(db: Database): boolean {
  try {
    return query<[], { busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)').one()?.busy === 0
  } catch {
    return false
  }
}
