import type { Database } from 'libsql'
import type { Alarm } from '../../conversation/store.ts'
import { change, query } from './query.ts'

/** Deadlines that are still to be handed in. */
export function createAlarms(db: Database) {
  const due = query<[number, number], { id: number; conversation: Alarm['conversation']; seq: number }>(
    db,
    'SELECT id, conversation, seq FROM alarm WHERE at <= ? ORDER BY at LIMIT ?'
  )
  // The number of one that was erased meanwhile may be another's by now.
  const disarm = change<[number, string]>(db, 'DELETE FROM alarm WHERE id = ? AND conversation = ?')
  return {
    due: (now: number, limit: number): readonly Alarm[] =>
      due.all(now, limit).map(({ id, conversation, seq }) => ({ id, conversation, of: seq })),
    disarm: ({ id, conversation }: Alarm) => disarm(id, conversation)
  }
}
