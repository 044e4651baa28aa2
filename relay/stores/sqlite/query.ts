import type { Database } from 'libsql'

type Value = string | number | null

/** A prepared statement whose rows are known by its text: these tables are written by this folder alone. */
export function query<Params extends Value[], Row>(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return {
    one: (...params: Params) => statement.get(...params) as Row | undefined,
    all: (...params: Params) => statement.all(...params) as Row[]
  }
}

/** A prepared statement that changes something; returns how many rows. */
export function change<Params extends Value[]>(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return (...params: Params): number => statement.run(...params).changes
}
