import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Tombstone } from '../../conversation/visitors.ts'
import type { Loose } from './owing.ts'
import { change, query } from './query.ts'
import type { IndexedLine, SearchIndex } from './search-index.ts'
import { createTombstones, type Grave } from './tombstones.ts'
import { unchecked } from './unchecked.ts'

const clearSql = [
  'DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE conversation = ? LIMIT ?)',
  `DELETE FROM been_read WHERE (conversation, seq) IN
     (SELECT conversation, seq FROM been_read WHERE conversation = ? LIMIT ?)`
]
const numbered = 'IN (SELECT value FROM json_each(?))'
/** What goes with an entry. */
const goesWithSql = ['delivery', 'received'].map(table => `DELETE FROM ${table} WHERE entry ${numbered}`)
const linesSql = 'SELECT id, seq, body FROM entry WHERE conversation = ? LIMIT ?'
/**
 * An entry is emptied where it lies. Were it taken out, SQLite would move its neighbours together and leave copies of them in
 * the unused part of a page, where who said them could never be erased: what is not in a row any more is not written over.
 */
const emptySql = `UPDATE entry SET conversation = '', seq = -id, client_id = NULL, body = '' WHERE id ${numbered}`
/** All that a slice runs: none of it may read through a table, whatever its size. */
export const clearingSql = [linesSql, ...goesWithSql, emptySql, ...clearSql]

/** What is to stand where a log was. */
export interface Burial {
  grave: Grave
  tombstone: Tombstone
}

/** What a slice has done. */
interface Cleared {
  /** There is more to do. */
  more: boolean
  /** Of these nothing is left but a tombstone, if there was one to set. */
  buried: readonly ConversationId[]
}

interface Going {
  conversation: ConversationId
  /** A `Burial`, or `null` where an erasure leaves nothing; NULL where it is not one who wanted it. */
  burial: string | null
}

interface Remembered {
  index: SearchIndex
  loose: Loose
  soiled(): void
}

/** Erases what was withdrawn, some rows at a time, each slice in a transaction of its own. */
export function createClearing(db: Database, { index, loose, soiled }: Remembered) {
  const any = query<[], Going>(db, 'SELECT conversation, burial FROM going LIMIT 1')
  const wanted = query<[], Going>(
    db,
    'SELECT conversation, burial FROM going WHERE burial IS NOT NULL LIMIT 1'
  )
  const gone = change<[string]>(db, 'DELETE FROM going WHERE conversation = ?')
  const steps = [createEmptied(db, index), ...clearSql.map(sql => change<[string, number]>(db, sql))]
  const tombstones = createTombstones(db)

  function bury({ conversation, burial }: Going): void {
    gone(conversation)
    const done: Burial | null = burial === null ? null : JSON.parse(burial)
    if (!done) return
    tombstones.set(done.grave, done.tombstone)
    if (done.tombstone.owed.length > 0) loose.any = true
  }

  /** How many rows it took; the conversation is over once there are none. */
  function some(one: Going, rows: number): { took: number; isOver: boolean } {
    let left = rows
    for (const step of steps) if (left > 0) left -= step(one.conversation, left)
    if (left > 0) bury(one)
    return { took: rows - left, isOver: left > 0 }
  }

  /** `which`: only what somebody wanted to be erased, or what is old as well. */
  return function clear(rows: number, which: 'wanted' | 'any'): Cleared {
    const next = which === 'any' ? any : wanted
    const buried: ConversationId[] = []
    return unchecked(db, () => {
      for (let left = rows; left > 0; ) {
        const one = next.one()
        if (!one) return { more: false, buried }
        soiled()
        const { took, isOver } = some(one, left)
        if (isOver && one.burial !== null) buried.push(one.conversation)
        left -= took + 1
      }
      return { more: next.one() !== undefined, buried }
    })
  }
}
export type Clear = ReturnType<typeof createClearing>

/** To take out an entry's words and what goes with it is as much work as so many other rows. */
const rowsOfEntry = 10

/** Some of a log, whose words leave the index in the same moment. */
function createEmptied(db: Database, index: SearchIndex) {
  const lines = query<[string, number], IndexedLine>(db, linesSql)
  const goesWith = goesWithSql.map(sql => change<[string]>(db, sql))
  const clear = change<[string]>(db, emptySql)
  return (conversation: ConversationId, most: number): number => {
    const some = lines.all(conversation, Math.ceil(most / rowsOfEntry))
    index.drop(some)
    const named = JSON.stringify(some.map(({ id }) => id))
    for (const remove of goesWith) remove(named)
    return clear(named) * rowsOfEntry
  }
}
