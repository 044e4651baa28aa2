import type { Database } from 'libsql'
import type { DestinationId, Rotation } from '../../conversation/delivery.ts'
import { change, query } from './query.ts'

interface Row {
  destination: DestinationId
  at: number
  salt: string
  until: number
  configured: string
}

/** Which signing secrets were replaced. */
export function createRotations(db: Database) {
  const list = query<[], Row>(db, 'SELECT destination, at, salt, until, configured FROM rotation ORDER BY id')
  const keep = change<[string, number, string, number, string]>(
    db,
    'INSERT INTO rotation (destination, at, salt, until, configured) VALUES (?, ?, ?, ?, ?)'
  )
  return {
    all: (): readonly Rotation[] =>
      list.all().map(({ configured, ...row }) => ({ ...row, configured: configured.split(' ') })),
    keep: ({ destination, at, salt, until, configured }: Rotation) =>
      keep(destination, at, salt, until, configured.join(' '))
  }
}
