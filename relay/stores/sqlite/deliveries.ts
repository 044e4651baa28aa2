import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DeadLetter, Delivery, DestinationId } from '../../conversation/delivery.ts'
import type { Draft, Entry } from '../../conversation/entry.ts'
import type { Settlement } from '../../conversation/store.ts'
import { Lru } from '../../lib/lru.ts'
import { change, query } from './query.ts'

interface Row {
  id: number
  destination: DestinationId
  conversation: ConversationId
  seq: Seq
  body: string
  attempts: number
  owed_at: number
  due_at: number
}

const columns = 'd.id, d.destination, d.conversation, d.seq, d.attempts, d.owed_at, d.due_at'

/** What is owed. Everything here runs inside a transaction of the committer, or only reads. */
export function createDeliveries(db: Database, node: string, leaseMs: number) {
  const addresses = new Lru<string, string>(50_000)

  // Born claimed by this node, unless something of its lane is not ours: then whoever holds that takes this too.
  const insert = query<
    [string, string, number, number, number, string, string, string, number, string, number],
    { id: number; node: string | null }
  >(
    db,
    `INSERT INTO delivery (destination, conversation, seq, state, attempts, owed_at, due_at, node, lease_until)
     SELECT ?, ?, ?, 0, 0, ?, ?,
       CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE conversation = ? AND destination = ? AND state = 0
         AND (node IS NOT ? OR lease_until < ?)) THEN NULL ELSE ? END, ?
     RETURNING id, node`
  )
  const isOwed = query<[string, string, number], { id: number }>(
    db,
    'SELECT id FROM delivery WHERE conversation = ? AND destination = ? AND seq = ? AND state = 0'
  )
  const done = change<[number, number]>(
    db,
    'UPDATE delivery SET state = 1, attempts = attempts + 1, settled_at = ? WHERE id = ?'
  )
  const later = change<[number, string, number]>(
    db,
    'UPDATE delivery SET attempts = attempts + 1, due_at = ?, reason = ? WHERE id = ?'
  )
  const dead = change<[number, string, number]>(
    db,
    'UPDATE delivery SET state = 2, attempts = attempts + 1, settled_at = ?, reason = ? WHERE id = ?'
  )
  const link = change<[string, string, string]>(
    db,
    'INSERT INTO address VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const linked = query<[string, string], { address: string }>(
    db,
    'SELECT address FROM address WHERE destination = ? AND conversation = ?'
  )
  const byAddress = query<[string, string], { conversation: ConversationId }>(
    db,
    'SELECT conversation FROM address WHERE destination = ? AND address = ?'
  )
  const claimable = query<[number, string, number, number], Row>(
    db,
    `SELECT ${columns}, e.body FROM delivery d
     JOIN entry e ON e.conversation = d.conversation AND e.seq = d.seq
     WHERE d.state = 0 AND (d.node IS NULL OR d.lease_until < ?) AND NOT EXISTS (
       SELECT 1 FROM delivery o WHERE o.conversation = d.conversation AND o.destination = d.destination
       AND o.state = 0 AND o.node <> ? AND o.lease_until >= ?)
     ORDER BY d.id LIMIT ?`
  )
  const take = change<[string, number, number]>(
    db,
    'UPDATE delivery SET node = ?, lease_until = ? WHERE id = ?'
  )
  const renew = change<[number, string]>(
    db,
    'UPDATE delivery SET lease_until = ? WHERE state = 0 AND node = ?'
  )
  const deadRows = query<[number], Row & { reason: string; settled_at: number }>(
    db,
    `SELECT ${columns}, '' AS body, d.reason, d.settled_at FROM delivery d
     WHERE d.state = 2 ORDER BY d.id DESC LIMIT ?`
  )
  const revive = change<[number, number]>(
    db,
    `UPDATE delivery SET state = 0, attempts = 0, due_at = ?, node = NULL, lease_until = 0, settled_at = NULL
     WHERE id = ? AND state = 2`
  )

  function address(destination: DestinationId, conversation: ConversationId): string | undefined {
    const key = `${destination} ${conversation}`
    const held = addresses.get(key)
    if (held !== undefined) return held
    const found = linked.one(destination, conversation)?.address
    if (found !== undefined) addresses.set(key, found)
    return found
  }

  function owe(
    conversation: ConversationId,
    entry: Entry,
    destination: DestinationId,
    now: number
  ): Delivery | undefined {
    const lease = now + leaseMs
    const row = insert.one(
      destination,
      conversation,
      entry.seq,
      now,
      now,
      conversation,
      destination,
      node,
      now,
      node,
      lease
    )
    if (!row?.node) return undefined
    return {
      id: row.id,
      destination,
      conversation,
      entry,
      attempts: 0,
      owedAt: now,
      dueAt: now,
      address: address(destination, conversation)
    }
  }

  const deliveryOf = (row: Row): Delivery => ({
    id: row.id,
    destination: row.destination,
    conversation: row.conversation,
    entry: { seq: row.seq, ...(JSON.parse(row.body) as { at: number } & Draft) },
    attempts: row.attempts,
    owedAt: row.owed_at,
    dueAt: row.due_at,
    address: address(row.destination, row.conversation)
  })

  return {
    owe,
    address,
    byAddress: (destination: DestinationId, at: string) => byAddress.one(destination, at)?.conversation,
    isOwed: (conversation: ConversationId, seq: Seq, destination: DestinationId) =>
      isOwed.one(conversation, destination, seq) !== undefined,
    settle({ id, destination, conversation }: Delivery, settlement: Settlement, now: number): void {
      switch (settlement.kind) {
        case 'done':
          if (settlement.address !== undefined) link(destination, conversation, settlement.address)
          done(now, id)
          return
        case 'linked':
          link(destination, conversation, settlement.address)
          return
        case 'later':
          later(settlement.dueAt, settlement.reason, id)
          return
        case 'dead':
          dead(now, settlement.reason, id)
          return
        default:
          settlement satisfies never
      }
    },
    claim(now: number, limit: number): readonly Delivery[] {
      const rows = claimable.all(now, node, now, limit)
      for (const { id } of rows) take(node, now + leaseMs, id)
      return rows.map(deliveryOf)
    },
    renew: (now: number) => renew(now + leaseMs, node),
    deadLetters: (limit: number): readonly DeadLetter[] =>
      deadRows.all(limit).map(row => ({
        id: row.id,
        destination: row.destination,
        conversation: row.conversation,
        seq: row.seq,
        attempts: row.attempts,
        reason: row.reason,
        at: row.settled_at
      })),
    revive: (id: number, now: number) => revive(now, id) > 0
  }
}
