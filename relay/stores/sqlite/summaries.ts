import type { Database } from 'libsql'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Phase } from '../../conversation/state.ts'
import type { Append, Listing } from '../../conversation/store.ts'
import { previewOf, quotedOf, type Summary, wordsOf } from '../../conversation/summary.ts'
import { entryOf } from './entries.ts'
import { change, query, type Value } from './query.ts'

interface Row {
  id: ConversationId
  site: string
  bot: string
  phase: Phase
  head: Seq
  at: number
  opened_at: number
  said: string | null
  named: string | null
  page: string | null
  turned: string | null
}

/**
 * A row knows where in the log its summary's words stand, not the words: they are in one place only, where an erasure
 * finds them.
 */
const rowsOf = (from: string) => `
  SELECT c.id, c.site, c.bot, c.phase, c.head, c.at, c.opened_at,
    s.body AS said, n.body AS named, p.body AS page, t.body AS turned
  FROM ${from}
  LEFT JOIN entry s ON s.conversation = c.id AND s.seq = c.said
  LEFT JOIN entry n ON n.conversation = c.id AND n.seq = c.named
  LEFT JOIN entry p ON p.conversation = c.id AND p.seq = c.page
  LEFT JOIN entry t ON t.conversation = c.id AND t.seq = c.turned AND c.phase IN ('waiting', 'agent')`

/** Conversations, each in a line. `keep` runs inside a transaction of the committer; the rest only reads. */
export function createSummaries(db: Database) {
  const set = change<(string | number | null)[]>(
    db,
    `UPDATE conversation SET phase = coalesce(?, phase), at = ?, head = ?, said = coalesce(?, said),
       named = coalesce(?, named), page = coalesce(?, page), turned = coalesce(?, turned),
       since = coalesce(?, since)
     WHERE id = ?`
  )
  const one = query<[string], Row>(db, `${rowsOf('conversation c')} WHERE c.id = ?`)
  const list = createList(db)

  return {
    /** Whatever entries bring with them. */
    keep({ conversation, entries, phase }: Append): void {
      const { said, named, page, turned } = quotedOf(entries)
      const last = entries.at(-1)
      const since = entries.find(({ seq }) => seq === turned)?.at
      set(
        entries.some(changesPhase) ? phase : null,
        last?.at ?? 0,
        last?.seq ?? 0,
        said ?? null,
        named ?? null,
        page ?? null,
        turned ?? null,
        since ?? null,
        conversation
      )
    },
    one(conversation: ConversationId): Summary | undefined {
      const row = one.one(conversation)
      return row && summaryOf(row)
    },
    list: (listing: Listing): readonly Summary[] => list(listing).map(summaryOf)
  }
}

type Filter = [sql: string, ...values: Value[]]

/** Each kind of list is one statement, over an index. */
function createList(db: Database) {
  const place = query<[string], { row: number; at: number; since: number }>(
    db,
    'SELECT rowid AS row, at, since FROM conversation WHERE id = ?'
  )
  const statements = new Map<string, ReturnType<typeof query<Value[], Row>>>()

  function statement(sql: string) {
    const known = statements.get(sql) ?? query<Value[], Row>(db, sql)
    statements.set(sql, known)
    return known
  }

  /** Where the list goes on; undefined where that one is not known. */
  function onFrom({ before, phase }: Listing): Filter | undefined {
    const [key, than] = phase === 'waiting' ? (['since', '>'] as const) : (['at', '<'] as const)
    if (typeof before === 'number') return [`c.${key} ${than} ?`, before]
    const last = before === undefined ? undefined : place.one(before)
    return last && [`(c.${key}, c.rowid) ${than} (?, ?)`, last[key], last.row]
  }

  return (listing: Listing): readonly Row[] => {
    const { phase, site, before, limit } = listing
    const on = onFrom(listing)
    if (before !== undefined && !on) return []
    const filters: Filter[] = on ? [on] : []
    if (phase !== undefined) filters.push(wanted(phase))
    if (site !== undefined) filters.push(['c.site = ?', site])
    const where = filters.length > 0 ? `WHERE ${filters.map(([sql]) => sql).join(' AND ')}` : ''
    const order = phase === 'waiting' ? 'c.since, c.rowid' : 'c.at DESC, c.rowid DESC'
    const values = filters.flatMap(([, ...given]) => given)
    const from = phase === 'waiting' ? 'conversation c INDEXED BY conversation_waiting' : 'conversation c'
    return statement(`${rowsOf(from)} ${where} ORDER BY ${order} LIMIT ?`).all(...values, limit)
  }
}

/**
 * Those who wait have an index of their own; those with agents are few. Of the others there is one in almost every row, so
 * that it is quicker to go by time and leave out what does not fit (`+`) than to sort all of them.
 */
function wanted(phase: Phase): Filter {
  if (phase === 'waiting') return ["c.phase = 'waiting'"]
  return [phase === 'agent' ? 'c.phase = ?' : '+c.phase = ?', phase]
}

export type Summaries = ReturnType<typeof createSummaries>

const changesPhase = ({ kind }: Entry): boolean =>
  kind === 'opened' || kind === 'handover' || kind === 'taken' || kind === 'handback' || kind === 'closed'

function summaryOf({ id, site, bot, phase, head, at, opened_at, said, named, page, turned }: Row): Summary {
  const quote = (body: string | null) => (body ? entryOf({ seq: 0, body }) : undefined)
  const [words, who, where, turn] = [quote(said), quote(named), quote(page), quote(turned)]
  return {
    id,
    site,
    bot,
    phase,
    head,
    openedAt: opened_at,
    at,
    ...(words && { preview: previewOf(wordsOf(words)) }),
    ...(who && 'named' in who && who.named && { named: who.named }),
    ...(where && 'page' in where && where.page && { page: where.page }),
    ...(turn && turnOf(turn))
  }
}

function turnOf(turn: Entry): Pick<Summary, 'waiting' | 'agent'> {
  if (turn.kind === 'taken') {
    const { name, on } = turn
    return { agent: { name, ...(on !== undefined && { on }) } }
  }
  if (turn.kind !== 'handover') return {}
  return { waiting: { since: turn.at, until: turn.until, metadata: turn.metadata } }
}
