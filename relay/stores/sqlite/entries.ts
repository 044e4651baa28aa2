import type { Database } from 'libsql'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Draft, Entry } from '../../conversation/entry.ts'
import type { Append, Appended } from '../../conversation/store.ts'
import { readJson, writeJson } from '../../lib/json.ts'
import type { Addresses } from './addresses.ts'
import { change, query } from './query.ts'
import { inReach } from './reach.ts'
import { createReceived, type Place } from './received.ts'
import type { Summaries } from './summaries.ts'

export interface Line {
  seq: Seq
  body: string
}

export const entryOf = ({ seq, body }: Line): Entry => ({
  seq,
  ...(readJson(body) as { at: number } & Draft)
})

export function bodyOf(entry: Entry): string {
  const { seq: _, ...body } = entry
  return writeJson(body)
}

const idIn = (entry: Entry, clientId: ClientId | undefined): ClientId | null =>
  'id' in entry && entry.id === clientId ? entry.id : null

/** The logs. `append` runs inside a transaction of the committer; the rest only reads. */
export function createEntries(db: Database, addresses: Addresses, summaries: Summaries) {
  const received = createReceived(db)
  const sidelines = createSidelines(db, addresses)
  const insert = change<[string, number, string | null, string, number]>(
    db,
    `INSERT INTO entry (conversation, seq, client_id, body, stored_at, shown_at) VALUES (?1, ?2, ?3, ?4, ?5, -?5)
     ON CONFLICT DO NOTHING`
  )
  const page = query<[string, number, number], Line>(
    db,
    `SELECT seq, body FROM entry WHERE conversation = ? AND seq > ? AND ${inReach('entry')} ORDER BY seq LIMIT ?`
  )
  const byClient = query<[string, string], Line>(
    db,
    `SELECT seq, body FROM entry WHERE conversation = ? AND client_id = ? AND ${inReach('entry')}`
  )

  /** Nothing else than the seq or the client id can have stood in the way. */
  function inTheWay({ conversation, clientId }: Append): Appended {
    const before = clientId === undefined ? undefined : byClient.one(conversation, clientId)
    return before ? { kind: 'known', conversation, seq: before.seq } : { kind: 'conflict' }
  }

  return {
    received,
    append(work: Append, now: number): Appended {
      const { conversation, clientId, entries } = work
      const before = sidelines.holder(work) ?? received.before(work)
      if (before) return { kind: 'known', ...before }
      if (!sidelines.before(work)) return { kind: 'conflict' }
      // Where the id is not the first entry's, what stands before that must not be written in vain.
      const many = entries.length > 1 && clientId !== undefined
      if (many && byClient.one(conversation, clientId)) return inTheWay(work)
      const insertOne = (entry: Entry) =>
        insert(conversation, entry.seq, idIn(entry, clientId), bodyOf(entry), now) > 0
      if (!entries.every(insertOne)) return inTheWay(work)
      sidelines.after(work)
      summaries.keep(work)
      received.keep(work)
      return { kind: 'appended' }
    },
    read: (conversation: ConversationId, after: Seq, limit: number) =>
      page.all(conversation, after, limit).map(entryOf),
    byClientId(conversation: ConversationId, id: ClientId): Entry | undefined {
      const line = byClient.one(conversation, id)
      return line && entryOf(line)
    }
  }
}

/** What becomes true together with entries. */
function createSidelines(db: Database, addresses: Addresses) {
  const insertConversation = change<[string, string, string, string, number]>(
    db,
    'INSERT INTO conversation (id, site, bot, phase, opened_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const setVisitor = change<[string, string, string]>(
    db,
    'INSERT INTO visitor VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET conversation = excluded.conversation'
  )
  const openOf = query<[string, string], { conversation: ConversationId }>(
    db,
    `SELECT v.conversation FROM visitor v JOIN conversation c ON c.id = v.conversation
     WHERE v.hash = ? AND c.phase <> 'closed' AND c.id <> ?`
  )
  const setHad = change<[string, string]>(db, 'INSERT INTO had VALUES (?, ?) ON CONFLICT DO NOTHING')
  const setAlarm = change<[number, string, number]>(
    db,
    'INSERT INTO alarm (at, conversation, seq) VALUES (?, ?, ?)'
  )
  return {
    /** The open conversation at the address, or of the visitor, that this one is to be opened for. */
    holder({ conversation: opened, address, visitor }: Append): Place | undefined {
      const conversation =
        (address && addresses.holder(address.destination, address.address)) ??
        (visitor && openOf.one(visitor.hash, opened)?.conversation)
      return conversation && { conversation, seq: 1 }
    },
    /** False when the conversation has been opened before. */
    before({ conversation, entries: [first], phase }: Append): boolean {
      if (first?.kind !== 'opened') return true
      return insertConversation(conversation, first.site, first.bot, phase, first.at) > 0
    },
    after({ conversation, visitor, address, alarm }: Append): void {
      if (address) addresses.move(address.destination, conversation, address.address)
      if (visitor) {
        setVisitor(visitor.hash, visitor.site, conversation)
        setHad(visitor.hash, conversation)
      }
      if (alarm) setAlarm(alarm.at, conversation, alarm.of)
    }
  }
}
