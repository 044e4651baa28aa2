import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Tombstone, Whom } from '../../conversation/visitors.ts'
import type { Clock } from '../../lib/clock.ts'
import { type Burial, clearingSql } from './clearing.ts'
import { change, query } from './query.ts'
import { createTombstones } from './tombstones.ts'
import { unchecked } from './unchecked.ts'

const among = 'IN (SELECT value FROM json_each(?))'
const ownedSql = ['visitor WHERE hash', 'had WHERE visitor'].map(what => `DELETE FROM ${what} = ?`)
const othersSql = [
  ...['alarm', 'address', 'seen'].map(table => `DELETE FROM ${table} WHERE conversation ${among}`),
  `DELETE FROM delivery WHERE entry IN (SELECT id FROM entry WHERE conversation ${among}) AND state <> 1`,
  `DELETE FROM conversation WHERE id ${among}`
]
/** What goes already goes as it was to go; what goes by age is wanted now. */
const goingSql = `INSERT INTO going (conversation, burial) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET burial = coalesce(burial, excluded.burial)`
/** Found in the order of what is known: a conversation, who has it, what else they have. */
const findingSql = [
  'SELECT visitor FROM had WHERE conversation = ?',
  'SELECT conversation FROM had WHERE visitor = ?',
  `SELECT id AS conversation FROM conversation WHERE id = ?1
   UNION SELECT conversation FROM going WHERE conversation = ?1`
] as const
/** All that an erasure runs: none of it may read through a table, whatever its size. */
export const erasingSql = [...findingSql, ...ownedSql, ...othersSql, goingSql, ...clearingSql]

/**
 * Takes a visitor out of the database, in one transaction, as far as they could be reached; what they said is left to be
 * cleared. What refers to entries would have SQLite look for more of it under each: all deliveries for each entry.
 */
export function createErasing(db: Database) {
  const [visitorSql, hadSql, oneSql] = findingSql
  const visitor = query<[string], { visitor: string }>(db, visitorSql)
  const had = query<[string], { conversation: ConversationId }>(db, hadSql)
  const one = query<[string], { conversation: ConversationId }>(db, oneSql)
  const owned = ownedSql.map(sql => change<[string]>(db, sql))
  const others = othersSql.map(sql => change<[string]>(db, sql))
  const goes = change<[string, string]>(db, goingSql)
  const tombstones = createTombstones(db)

  const hashOf = (whom: Whom) => (typeof whom === 'string' ? whom : visitor.one(whom.conversation)?.visitor)

  function conversationsOf(whom: Whom, hash: string | undefined): readonly ConversationId[] {
    const rows =
      hash === undefined && typeof whom !== 'string' ? one.all(whom.conversation) : had.all(hash ?? '')
    return rows.map(({ conversation }) => conversation)
  }

  /** What is to be set in the place of each, once it is empty. */
  function burialsOf(named: string, tombstone: Tombstone | undefined): ReadonlyMap<string, Burial> {
    const graves = tombstone ? tombstones.places(named) : []
    return new Map(graves.flatMap(grave => (tombstone ? [[grave.id, { grave, tombstone }]] : [])))
  }

  function withdraw(whom: Whom, tombstone: Tombstone | undefined): readonly ConversationId[] {
    const hash = hashOf(whom)
    const conversations = conversationsOf(whom, hash)
    const named = JSON.stringify(conversations)
    const burials = burialsOf(named, tombstone)
    for (const id of conversations) goes(id, JSON.stringify(burials.get(id) ?? null))
    if (hash !== undefined) for (const remove of owned) remove(hash)
    for (const remove of others) remove(named)
    return conversations
  }

  return {
    visitorOf: (conversation: ConversationId): string | undefined => visitor.one(conversation)?.visitor,
    /** From here on nobody finds them, also after a crash; what is left of them is in `going`. */
    withdraw: (whom: Whom, tombstone?: Tombstone) => unchecked(db, () => withdraw(whom, tombstone))
  }
}

export type Erasing = ReturnType<typeof createErasing>

const againMs = 1_000

/** The log of writes, as far as it has what was erased. */
export interface Emptying {
  /** Something was erased: what it was is in there now. */
  soiled(): void
  /** Nothing of that is in there any more. */
  empty(): void
}

/**
 * The pages as they were before an erasure are in the log of writes until it is emptied. That has to wait while another
 * program reads the file, as a backup does.
 */
export function createEmptying(db: Database, clock: Clock): Emptying {
  // What a process before left there nobody knows.
  let isClean = false
  let due = false
  function empty(): void {
    if (due || isClean || !db.open) return
    isClean = emptyLog(db)
    if (isClean) return
    due = true
    clock.after(againMs, () => {
      due = false
      empty()
    })
  }
  return {
    empty,
    soiled() {
      isClean = false
    }
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
