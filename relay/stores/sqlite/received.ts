import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Append } from '../../conversation/store.ts'
import { entryAt } from './entry-at.ts'
import { change, query } from './query.ts'

export interface Place {
  conversation: ConversationId
  seq: Seq
}

/** The platforms' ids of events and messages, each taken once for its destination. */
export function createReceived(db: Database) {
  const insert = change<[string, string, string, number]>(
    db,
    `INSERT INTO received (destination, id, conversation, seq, entry) VALUES (?1, ?2, ?3, ?4, ${entryAt('?3', '?4')})
     ON CONFLICT DO NOTHING`
  )
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

  return {
    find,
    /** The earlier place, when one of the append's ids was taken before. */
    before: ({ received }: Append): Place | undefined =>
      received && find(received.from, [...(received.echoOf ?? []), ...received.ids]),
    /** Once its entries are there. */
    keep({ received, conversation }: Append): void {
      if (!received) return
      for (const id of [...received.ids, ...(received.echoed ?? [])])
        insert(received.from, id, conversation, received.seq)
    }
  }
}
