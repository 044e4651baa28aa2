import type { Database } from 'libsql'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Draft, Entry } from '../../conversation/entry.ts'
import type { Append, Appended } from '../../conversation/store.ts'
import { change, query } from './query.ts'

interface Line {
  seq: Seq
  body: string
}
interface Place {
  conversation: ConversationId
  seq: Seq
}

const entryOf = ({ seq, body }: Line): Entry => ({ seq, ...(JSON.parse(body) as { at: number } & Draft) })

function bodyOf(entry: Entry): string {
  const { seq: _, ...body } = entry
  return JSON.stringify(body)
}

/** The logs' own tables. Everything here runs inside a transaction of the committer, or only reads. */
export function createEntries(db: Database) {
  const insertEntry = change<[string, number, string | null, string]>(
    db,
    'INSERT INTO entry (conversation, seq, client_id, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const insertReceived = change<[string, string, string, number]>(
    db,
    'INSERT INTO received VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const forgetReceived = change<[string, string]>(db, 'DELETE FROM received WHERE destination = ? AND id = ?')
  const insertConversation = change<[string, string, string, string, number]>(
    db,
    'INSERT INTO conversation VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  )
  const setPhase = change<[string, string, string]>(
    db,
    'UPDATE conversation SET phase = ? WHERE id = ? AND phase <> ?'
  )
  const setVisitor = change<[string, string, string]>(
    db,
    'INSERT INTO visitor VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET conversation = excluded.conversation'
  )
  const setAlarm = change<[number, string, number]>(
    db,
    'INSERT INTO alarm (at, conversation, seq) VALUES (?, ?, ?)'
  )
  const page = query<[string, number, number], Line>(
    db,
    'SELECT seq, body FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'
  )
  const byClient = query<[string, string], Line>(
    db,
    'SELECT seq, body FROM entry WHERE conversation = ? AND client_id = ?'
  )
  const receivedAt = query<[string, string], Place>(
    db,
    'SELECT conversation, seq FROM received WHERE destination = ? AND id = ?'
  )

  function placeOf(from: string, ids: readonly string[]): Place | undefined {
    for (const id of ids) {
      const place = receivedAt.one(from, id)
      if (place) return { conversation: place.conversation, seq: place.seq }
    }
    return undefined
  }

  /** Takes the platform's ids; undoes itself and names the earlier place when one was taken before. */
  function takeIds({ received, conversation, expected }: Append): Place | undefined {
    if (!received) return undefined
    const taken: string[] = []
    for (const id of received.ids) {
      if (insertReceived(received.from, id, conversation, expected + 1) === 0) {
        const before = receivedAt.one(received.from, id)
        for (const mine of taken) forgetReceived(received.from, mine)
        return before && { conversation: before.conversation, seq: before.seq }
      }
      taken.push(id)
    }
    return undefined
  }

  /** Nothing else than the seq or the client id can have stood in the way. */
  function inTheWay({ conversation, clientId, received }: Append): Appended {
    for (const id of received?.ids ?? []) forgetReceived(received?.from ?? '', id)
    const before = clientId === undefined ? undefined : byClient.one(conversation, clientId)
    return before ? { kind: 'known', conversation, seq: before.seq } : { kind: 'conflict' }
  }

  function append(work: Append): Appended {
    const { conversation, entries, clientId, visitor, alarm, phase } = work
    const before = takeIds(work)
    if (before) return { kind: 'known', conversation: before.conversation, seq: before.seq }
    const [first, ...rest] = entries
    if (!first) throw new Error('an append without entries')
    if (
      first.kind === 'opened' &&
      insertConversation(conversation, first.site, first.bot, phase, first.at) === 0
    ) {
      return { kind: 'conflict' }
    }
    if (insertEntry(conversation, first.seq, clientId ?? null, bodyOf(first)) === 0) return inTheWay(work)
    for (const entry of rest) insertEntry(conversation, entry.seq, null, bodyOf(entry))
    if (entries.some(changesPhase)) setPhase(phase, conversation, phase)
    if (visitor) setVisitor(visitor.hash, visitor.site, conversation)
    if (alarm) setAlarm(alarm.at, conversation, alarm.of)
    return { kind: 'appended' }
  }

  return {
    append,
    placeOf,
    read: (conversation: ConversationId, after: Seq, limit: number) =>
      page.all(conversation, after, limit).map(entryOf),
    byClientId(conversation: ConversationId, id: ClientId): Entry | undefined {
      const line = byClient.one(conversation, id)
      return line && entryOf(line)
    }
  }
}

const changesPhase = ({ kind }: Entry): boolean =>
  kind !== 'message' && kind !== 'postback' && kind !== 'opened'
