import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import { Lru } from '../../lib/lru.ts'
import { change, query } from './query.ts'

/** Destinations' own ids for conversations. Once given to an open one they never change, so they may be remembered. */
export function createAddresses(db: Database) {
  const held = new Lru<string, string>(50_000)
  const named = new Lru<string, ConversationId>(50_000)
  const insert = change<[string, string, string]>(
    db,
    // A call may come back after its conversation was erased.
    `INSERT INTO address SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM conversation WHERE id = ?2)
     ON CONFLICT DO NOTHING`
  )
  const select = query<[string, string], { address: string }>(
    db,
    'SELECT address FROM address WHERE destination = ? AND conversation = ?'
  )
  const reverse = query<[string, string], { conversation: ConversationId }>(
    db,
    'SELECT conversation FROM address WHERE destination = ? AND address = ?'
  )
  return {
    /** False when another conversation has the address, or had it: what is said there is that one's. */
    keep(destination: DestinationId, conversation: ConversationId, address: string): boolean {
      if (insert(destination, conversation, address) > 0) return true
      const holder = reverse.one(destination, address)?.conversation
      return holder === undefined || holder === conversation
    },
    ...createMoves(db, key => named.delete(key)),
    /** What was erased is remembered no longer. */
    forget(conversations: readonly ConversationId[]): void {
      const gone = new Set<string>(conversations)
      held.deleteWhere(key => gone.has(key.slice(key.indexOf(' ') + 1)))
      named.deleteWhere((_, conversation) => gone.has(conversation))
    },
    find(destination: DestinationId, conversation: ConversationId): string | undefined {
      const key = `${destination} ${conversation}`
      const known = held.get(key)
      if (known !== undefined) return known
      const found = select.one(destination, conversation)?.address
      if (found !== undefined) held.set(key, found)
      return found
    },
    conversation(destination: DestinationId, address: string): ConversationId | undefined {
      const key = `${destination} ${address}`
      const known = named.get(key)
      if (known !== undefined) return known
      const found = reverse.one(destination, address)?.conversation
      if (found !== undefined) named.set(key, found)
      return found
    }
  }
}
/** A channel's conversation may be over and begin anew: its id there then is the new one's. */
function createMoves(db: Database, forget: (key: string) => void) {
  const holder = query<[string, string], { conversation: ConversationId }>(
    db,
    `SELECT a.conversation FROM address a JOIN conversation c ON c.id = a.conversation
     WHERE a.destination = ? AND a.address = ? AND c.phase <> 'closed'`
  )
  const move = change<[string, string, string]>(
    db,
    `INSERT INTO address VALUES (?, ?, ?)
     ON CONFLICT (destination, address) DO UPDATE SET conversation = excluded.conversation`
  )
  return {
    /** The open conversation that has the address. */
    holder: (destination: DestinationId, address: string): ConversationId | undefined =>
      holder.one(destination, address)?.conversation,
    /** From a closed conversation, or from nobody, to this one. */
    move(destination: DestinationId, conversation: ConversationId, address: string): void {
      forget(`${destination} ${address}`)
      move(destination, conversation, address)
    }
  }
}

export type Addresses = ReturnType<typeof createAddresses>
