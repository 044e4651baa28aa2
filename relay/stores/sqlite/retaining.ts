import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Aged, Retaining } from '../../conversation/retaining.ts'
import type { Addresses } from './addresses.ts'
import { unchecked } from './erasing.ts'
import { change, query } from './query.ts'
import type { IndexedLine, SearchIndex } from './search-index.ts'
import { unlessNotStored } from './stored.ts'

const among = 'IN (SELECT value FROM json_each(?))'
const usedAt = `(SELECT json_extract(body, '$.at') FROM entry e WHERE e.conversation = c.id ORDER BY seq DESC LIMIT 1)`
/** Nobody finds them: neither their visitor nor a platform, nor the outbox; what is in hand appends nothing. */
const withdrawSql = [
  `INSERT INTO going SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
  // Whoever has begun another since keeps the token.
  `DELETE FROM visitor WHERE hash IN (SELECT visitor FROM had WHERE conversation ${among}) AND conversation ${among}`,
  ...['had', 'alarm', 'address', 'seen'].map(table => `DELETE FROM ${table} WHERE conversation ${among}`),
  `DELETE FROM delivery WHERE conversation ${among} AND state <> 1`,
  `DELETE FROM conversation WHERE id ${among}`
]
const clearSql = [
  'DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE conversation = ? LIMIT ?)',
  `DELETE FROM received WHERE (destination, id) IN (SELECT destination, id FROM received WHERE conversation = ? LIMIT ?)`,
  'DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE conversation = ? LIMIT ?)',
  `DELETE FROM been_read WHERE (conversation, seq) IN
     (SELECT conversation, seq FROM been_read WHERE conversation = ? LIMIT ?)`
]
const linesSql = 'SELECT id, seq, body FROM entry WHERE conversation = ? LIMIT ?'
/** As in an erasure at once, entries are emptied where they lie. */
const emptySql = `UPDATE entry SET conversation = '', seq = -id, client_id = NULL, body = '' WHERE id ${among}`
const agedSql = `SELECT id, opened_at AS openedAt, ${usedAt} AS usedAt FROM conversation c
  WHERE site = ? AND (opened_at, id) > (?, ?) AND opened_at < ? ORDER BY opened_at, id LIMIT ?`
const countSql =
  'SELECT count(*) AS count FROM (SELECT 1 FROM conversation WHERE site = ? AND opened_at < ? LIMIT ?)'
const oldSql = `SELECT id FROM conversation c WHERE id ${among} AND ${usedAt} < ?`
/** All that retention runs: none of it may read through a table, whatever its size. */
export const retainingSql = [agedSql, countSql, oldSql, ...withdrawSql, ...clearSql, linesSql, emptySql]

interface Remembered {
  addresses: Addresses
  index: SearchIndex
  /** Empties the log of writes. */
  empty(): void
}

/** Lets go of what is old, in transactions of its own. */
export function createRetaining(db: Database, { addresses, index, empty }: Remembered): Retaining {
  return {
    ...createAging(db),
    ...createClearing(db, index),
    withdraw: createWithdrawing(db, addresses),
    empty
  }
}

function createAging(db: Database): Pick<Retaining, 'aged' | 'countAged'> {
  const page = query<[string, number, string, number, number], Aged>(db, agedSql)
  const count = query<[string, number, number], { count: number }>(db, countSql)
  return {
    aged: async (site, before, { after, limit }) =>
      page.all(site, after?.openedAt ?? 0, after?.id ?? '', before, limit),
    countAged: async (site, before, most) => count.one(site, before, most)?.count ?? 0
  }
}

function createWithdrawing(db: Database, addresses: Addresses): Retaining['withdraw'] {
  const old = query<[string, number], { id: ConversationId }>(db, oldSql)
  const steps = withdrawSql.map(sql => ({
    run: change<string[]>(db, sql),
    places: sql.split('?').length - 1
  }))
  return async (conversations, before) =>
    unlessNotStored(() => {
      const gone = unchecked(db, () => {
        const ids = old.all(JSON.stringify(conversations), before).map(({ id }) => id)
        const named = JSON.stringify(ids)
        for (const { run, places } of steps) run(...Array.from({ length: places }, () => named))
        return ids
      })
      addresses.forget(gone)
      return gone
    })
}

function createClearing(db: Database, index: SearchIndex): Pick<Retaining, 'clear'> {
  const next = query<[], { conversation: ConversationId }>(db, 'SELECT conversation FROM going LIMIT 1')
  const gone = change<[string]>(db, 'DELETE FROM going WHERE conversation = ?')
  const steps = [...clearSql.map(sql => change<[string, number]>(db, sql)), createEmptied(db, index)]

  /** How many rows it took; the conversation is over once there are none. */
  function some(conversation: ConversationId, rows: number): number {
    let left = rows
    for (const step of steps) if (left > 0) left -= step(conversation, left)
    if (left > 0) gone(conversation)
    return rows - left
  }

  return {
    clear: async rows =>
      unlessNotStored(() =>
        unchecked(db, () => {
          for (let left = rows; left > 0; ) {
            const conversation = next.one()?.conversation
            if (conversation === undefined) return false
            left -= some(conversation, left) + 1
          }
          return next.one() !== undefined
        })
      )
  }
}

/** To take an entry's words out of the index is as much work as so many other rows. */
const rowsOfEntry = 10

/** Some of a log, whose words leave the index in the same moment. */
function createEmptied(db: Database, index: SearchIndex) {
  const lines = query<[string, number], IndexedLine>(db, linesSql)
  const clear = change<[string]>(db, emptySql)
  return (conversation: ConversationId, most: number): number => {
    const some = lines.all(conversation, Math.ceil(most / rowsOfEntry))
    index.drop(some)
    return clear(JSON.stringify(some.map(({ id }) => id))) * rowsOfEntry
  }
}
