import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Aged, Retaining } from '../../conversation/retaining.ts'
import type { Addresses } from './addresses.ts'
import { type Clear, clearingSql } from './clearing.ts'
import { change, query } from './query.ts'
import { unlessNotStored } from './stored.ts'
import { unchecked } from './unchecked.ts'

const among = 'IN (SELECT value FROM json_each(?))'
const usedAt = `(SELECT json_extract(body, '$.at') FROM entry e WHERE e.conversation = c.id ORDER BY seq DESC LIMIT 1)`
/** Nobody finds them: neither their visitor nor a platform, nor the outbox; what is in hand appends nothing. */
const withdrawSql = [
  `INSERT INTO going (conversation) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
  // Whoever has begun another since keeps the token.
  `DELETE FROM visitor WHERE hash IN (SELECT visitor FROM had WHERE conversation ${among}) AND conversation ${among}`,
  ...['had', 'alarm', 'address', 'seen'].map(table => `DELETE FROM ${table} WHERE conversation ${among}`),
  `DELETE FROM delivery WHERE entry IN (SELECT id FROM entry WHERE conversation ${among}) AND state <> 1`,
  `DELETE FROM conversation WHERE id ${among}`
]
const agedSql = `SELECT id, opened_at AS openedAt, ${usedAt} AS usedAt FROM conversation c
  WHERE site = ? AND (opened_at, id) > (?, ?) AND opened_at < ? ORDER BY opened_at, id LIMIT ?`
const countSql =
  'SELECT count(*) AS count FROM (SELECT 1 FROM conversation WHERE site = ? AND opened_at < ? LIMIT ?)'
const oldSql = `SELECT id FROM conversation c WHERE id ${among} AND ${usedAt} < ?`
/** All that retention runs: none of it may read through a table, whatever its size. */
export const retainingSql = [agedSql, countSql, oldSql, ...withdrawSql, ...clearingSql]

interface Remembered {
  addresses: Addresses
  clear: Clear
  /** Empties the log of writes. */
  empty(): void
}

/** Lets go of what is old, in transactions of its own. */
export function createRetaining(db: Database, { addresses, clear, empty }: Remembered): Retaining {
  return {
    ...createAging(db),
    async clear(rows, buried) {
      const done = unlessNotStored(() => clear(rows, 'any'))
      if (done && done.buried.length > 0) buried?.(done.buried)
      return done?.more
    },
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
