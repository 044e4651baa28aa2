import type { Database } from 'libsql'
import { NotStored } from './not-stored.ts'

export type Value = string | number | null

/** The driver ends the whole process when a closed database is used; so nothing gets that far. */
function openly<T>(db: Database, use: () => T): T {
  if (!db.open) throw new NotStored('the store is closed')
  return use()
}

/** A prepared statement whose rows are known by its text: these tables are written by this folder alone. */
export function query<Params extends Value[], Row>(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return {
    one: (...params: Params) => openly(db, () => statement.get(params) as Row | undefined),
    all: (...params: Params) => openly(db, () => statement.all(params) as Row[])
  }
}

/** A prepared statement that changes something; returns how many rows. */
export function change<Params extends Value[]>(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return (...params: Params): number => openly(db, () => statement.run(params).changes)
}

/** A prepared insert that always takes; returns the new row's id. */
export function insertion<Params extends Value[]>(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return (...params: Params): number => openly(db, () => Number(statement.run(params).lastInsertRowid))
}
