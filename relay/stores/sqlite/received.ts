import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Append } from '../../conversation/store.ts'
import { change, query } from './query.ts'

export interface Place {
  conversation: ConversationId
  seq: Seq
}

/** The platforms' ids of events and messages, each taken once for its destination. */
export function createReceived(db: Database) {
  const insert = change<[string, string, string, number]>(
    db,
    'INSERT INTO received VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const remove = change<[string, string]>(db, 'DELETE FROM received WHERE destination = ? AND id = ?')
  const at = query<[string, string], Place>(
    db,
    'SELECT conversation, seq FROM received WHERE destination = ? AND id = ?'
  )

  function find(from: string, ids: readonly string[]): Place | undefined {
    for (const id of ids) {
      const place = at.one(from, id)
      if (place) return { conversation: place.conversation, seq: place.seq }
    }
    return undefined
  }

  function forget(from: string, ids: readonly string[]): void {
    for (const id of ids) remove(from, id)
  }

  /** Takes the ids for the append; names the earlier place, having changed nothing, when one was taken before. */
  function take({ received, conversation, expected }: Append): Place | undefined {
    if (!received) return undefined
    const { from, ids, echoOf = [] } = received
    const echo = find(from, echoOf)
    if (echo) return echo
    for (const [i, id] of ids.entries()) {
      if (insert(from, id, conversation, expected + 1) > 0) continue
      forget(from, ids.slice(0, i))
      return find(from, [id])
    }
    return undefined
  }

  /** Once the append is certain. */
  function keepEchoes({ received, conversation, expected }: Append): void {
    for (const id of received?.echoed ?? []) insert(received?.from ?? '', id, conversation, expected + 1)
  }

  return { take, keepEchoes, find, forget }
}
