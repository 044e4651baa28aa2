import type { Database } from 'libsql'
import type { DestinationId, Standing } from '../../conversation/delivery.ts'
import { change, query } from './query.ts'

interface Row {
  destination: DestinationId
  failing_since: number | null
  disabled_at: number | null
  enabled_at: number | null
  reason: string | null
}

/** How destinations stand. */
export function createStandings(db: Database) {
  const list = query<[], Row>(db, 'SELECT * FROM standing')
  const keep = change<[string, number | null, number | null, number | null, string | null]>(
    db,
    'INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?)'
  )
  return {
    all: (): readonly Standing[] => list.all().map(standingOf),
    keep: ({ destination, failingSince, disabledAt, enabledAt, reason }: Standing) =>
      keep(destination, failingSince ?? null, disabledAt ?? null, enabledAt ?? null, reason ?? null)
  }
}

const standingOf = (row: Row): Standing => ({
  destination: row.destination,
  ...(row.failing_since !== null && { failingSince: row.failing_since }),
  ...(row.disabled_at !== null && { disabledAt: row.disabled_at }),
  ...(row.enabled_at !== null && { enabledAt: row.enabled_at }),
  ...(row.reason !== null && { reason: row.reason })
})
