import { setImmediate } from 'node:timers/promises'
import type { Database } from 'libsql'
import type { ConversationId } from '#shared/ids.ts'
import type { Filter, Found, Match } from '../../console/operators/store.ts'
import type { Clock } from '../../lib/clock.ts'
import { foldedWords } from '../../lib/words.ts'
import type { Committer } from './committer.ts'
import { entryOf, type Line } from './entries.ts'
import { query } from './query.ts'
import { inReach } from './reach.ts'
import { createGrowing } from './search-growing.ts'
import type { SearchIndex } from './search-index.ts'

/** Matches that are looked through for one answer, in pieces that grow; between two of them others are served. */
const looksAtMost = 50_000
const looksFirst = 100
const looksAtOnce = 800

interface Row {
  id: number
  conversation: ConversationId
}
type Params = [
  site: string | null,
  platform: string | null,
  phase: string | null,
  from: number | null,
  to: number | null,
  below: number,
  limit: number
]

const wanted = (at: string) => `(?1 IS NULL OR c.site = ?1) AND (?2 IS NULL OR c.bot = ?2 OR c.site = ?2)
  AND (?3 IS NULL OR c.phase = ?3) AND (?4 IS NULL OR ${at} >= ?4) AND (?5 IS NULL OR ${at} <= ?5)`

// By ever lower places, as the index has them: the newest are found without a look at the others.
const matchesSql = `SELECT e.id, e.conversation FROM said s CROSS JOIN entry e ON e.id = s.rowid
  CROSS JOIN conversation c ON c.id = e.conversation
  WHERE s.words MATCH ?8 AND s.rowid < ?6 AND ${wanted("json_extract(e.body, '$.at')")}
  ORDER BY s.rowid DESC LIMIT ?7`
const listSql = `SELECT c.rowid AS id, c.id AS conversation FROM conversation c
  WHERE c.rowid < ?6 AND ${wanted('c.opened_at')} ORDER BY c.rowid DESC LIMIT ?7`

interface SearchParts {
  index: SearchIndex
  committer: Committer
  clock: Clock
}

/** Conversations by what was said in them, or by nothing but what they are. */
export function createSearch(db: Database, parts: SearchParts) {
  const matches = query<[...Params, words: string], Row>(db, matchesSql)
  const list = query<Params, Row>(db, listSql)
  const lineAt = query<[number], Line>(db, `SELECT seq, body FROM entry WHERE id = ? AND ${inReach('entry')}`)
  const growing = createGrowing(parts)

  async function byWords(words: string, filter: Filter): Promise<Omit<Found, 'indexed'>> {
    const { before = Number.MAX_SAFE_INTEGER, limit } = filter
    const pages = downFrom((below, most) => matches.all(...paramsOf(filter, below, most), words))
    // Whose newest match stands before that was told of already.
    const fresh = await newestOfEach(pages, row => row.id < before, limit + 1)
    return pageOf(fresh, limit, ({ id, conversation }) => {
      const line = lineAt.one(id)
      // It may have been erased while others were served.
      return line && line.body !== '' ? [{ conversation, entry: entryOf(line) }] : []
    })
  }

  function byKind(filter: Filter): Omit<Found, 'indexed'> {
    const { before = Number.MAX_SAFE_INTEGER, limit } = filter
    const rows = list.all(...paramsOf(filter, before, limit + 1))
    return pageOf(rows, limit, ({ conversation }) => [{ conversation }])
  }

  async function find(filter: Filter): Promise<Omit<Found, 'indexed'>> {
    if (filter.text === undefined) return byKind(filter)
    const words = matchOf(filter.text)
    return words === '' ? { matches: [] } : byWords(words, filter)
  }

  return {
    stop: growing.stop,
    async search(filter: Filter): Promise<Found> {
      await growing.catchUp()
      return { ...(await find(filter)), indexed: growing.share() }
    }
  }
}

function paramsOf({ site, platform, phase, from, to }: Filter, below: number, limit: number): Params {
  return [site ?? null, platform ?? null, phase ?? null, from ?? null, to ?? null, below, limit]
}

type PageBelow = (below: number, limit: number) => readonly Row[]

/** Few are looked at first: mostly they are enough. */
async function* downFrom(pageBelow: PageBelow): AsyncGenerator<readonly Row[]> {
  let below = Number.MAX_SAFE_INTEGER
  let limit = looksFirst
  for (let looked = 0; looked < looksAtMost; looked += limit) {
    const page = pageBelow(below, limit)
    yield page
    if (page.length < limit) return
    below = page.at(-1)?.id ?? 0
    limit = Math.min(limit * 4, looksAtOnce)
    await setImmediate()
  }
}

/** Of each conversation the newest match, where that fits, until there are so many. */
async function newestOfEach(
  pages: AsyncIterable<readonly Row[]>,
  fits: (row: Row) => boolean,
  most: number
): Promise<readonly Row[]> {
  const known = new Set<ConversationId>()
  const isNewest = ({ conversation }: Row) => !known.has(conversation) && known.add(conversation).size > 0
  const taken: Row[] = []
  for await (const page of pages) {
    taken.push(...page.filter(isNewest).filter(fits))
    if (taken.length >= most) break
  }
  return taken.slice(0, most)
}

function pageOf(
  rows: readonly Row[],
  limit: number,
  matchesOf: (row: Row) => readonly Match[]
): Omit<Found, 'indexed'> {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { matches: page.flatMap(matchesOf), ...(rows.length > limit && last && { before: last.id }) }
}

/** A word that is still being written is looked for from so many letters on. */
const enough = 3

/**
 * All of the words, each as it is; what stands together, as in e-mail, stands together there. The last may go on. Nothing
 * that was typed means more than its letters.
 */
function matchOf(text: string): string {
  const chunks = text
    .split(/\s+/)
    .map(foldedWords)
    .filter(words => words.length > 0)
  const last = chunks.at(-1)?.at(-1) ?? ''
  const mayGoOn = last.length >= enough && !/\s$/.test(text)
  return chunks.map(words => `"${words.join(' ')}"`).join(' ') + (mayGoOn ? ' *' : '')
}
