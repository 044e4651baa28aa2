import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Addresses } from './addresses.ts'
import { entryAt } from './entry-at.ts'
import { insertion, query } from './query.ts'

/** Who claims, and for how long. */
export interface Claimant {
  node: string
  leaseMs: number
}

/**
 * Whether some of what is owed may be in nobody's hands: after a start, or a revival. While nothing is, everything owed
 * is ours, for no other process has the file; and then a new delivery need not look who holds its lane.
 */
export interface Loose {
  any: boolean
  /** What is owed to these is born in nobody's hands. */
  full: ReadonlySet<DestinationId>
}

const columns = 'destination, conversation, seq, entry, state, attempts, owed_at, due_at, node, lease_until'
const given = `?1, ?2, ?3, ${entryAt('?2', '?3')}, 0, 0, ?4, ?4`

// Born claimed by this node, unless something of its lane is not ours: then whoever holds that takes this too.
const carefulSql = `
  INSERT INTO delivery (${columns})
  SELECT ${given},
    CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE conversation = ?2 AND destination = ?1 AND state = 0
      AND (node IS NOT ?5 OR lease_until < ?4)) THEN NULL ELSE ?5 END, ?6
  RETURNING id, node`

/** New deliveries. */
export function createOwing(db: Database, { node, leaseMs }: Claimant, addresses: Addresses, loose: Loose) {
  const insert = insertion<[string, string, number, number, string | null, number]>(
    db,
    `INSERT INTO delivery (${columns}) VALUES (${given}, ?5, ?6)`
  )
  const insertCarefully = query<
    [string, string, number, number, string, number],
    { id: number; node: string | null }
  >(db, carefulSql)
  const owed = query<[string, string, number], { id: number }>(
    db,
    'SELECT id FROM delivery WHERE conversation = ? AND destination = ? AND seq = ? AND state = 0'
  )

  function idOf(to: DestinationId, of: ConversationId, seq: Seq, now: number): number | undefined {
    const lease = now + leaseMs
    if (loose.full.has(to)) {
      insert(to, of, seq, now, null, 0)
      return undefined
    }
    if (!loose.any) return insert(to, of, seq, now, node, lease)
    const row = insertCarefully.one(to, of, seq, now, node, lease)
    return row?.node ? row.id : undefined
  }

  return {
    /** The delivery if it is ours, undefined if another node will take it. */
    owe(to: DestinationId, of: ConversationId, entry: Entry, now: number): Delivery | undefined {
      const id = idOf(to, of, entry.seq, now)
      if (id === undefined) return undefined
      const address = addresses.find(to, of)
      return { id, destination: to, conversation: of, entry, attempts: 0, owedAt: now, dueAt: now, address }
    },
    isOwed: (conversation: ConversationId, seq: Seq, destination: DestinationId): boolean =>
      owed.one(conversation, destination, seq) !== undefined
  }
}
