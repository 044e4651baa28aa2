import type { Content } from '#shared/content.ts'
import type { Entry, Json, Summary } from '../../console/contract.ts'

type Without<One, Keys extends string> = One extends unknown ? Omit<One, Keys> : never
/** An entry that gets its place, and its time unless it says one. */
export type Line = Without<Entry, 'seq' | 'at'> & { at?: number }

interface Opening {
  id: string
  name?: string
  site?: string
  page?: string
  /** ms before now */
  ago?: number
}

interface Kept {
  summary: Summary
  entries: Entry[]
}

const stepMs = 20_000
const waitMs = 30 * 60_000

/** Every conversation there is, and its log. */
export class Book {
  readonly #kept = new Map<string, Kept>()

  opens({ id, name, site = 'lamps', page, ago = 10 * 60_000 }: Opening, ...lines: Line[]): void {
    const openedAt = Date.now() - ago
    const summary: Summary = { id, site, bot: 'support', phase: 'bot', head: 0, openedAt, at: openedAt }
    if (name !== undefined)
      summary.named = { name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com` }
    if (page !== undefined) summary.page = { url: `https://lamps.example/${page}`, title: page }
    this.#kept.set(id, { summary, entries: [] })
    this.add(id, [{ kind: 'opened', site, bot: 'support', at: openedAt }, ...lines])
  }
  has(id: string): boolean {
    return this.#kept.has(id)
  }
  add(id: string, lines: readonly Line[]): readonly Entry[] {
    const kept = this.#of(id)
    const entries = lines.map((line, index) => {
      const seq = kept.entries.length + 1 + index
      const usual = Math.min(Date.now(), kept.summary.openedAt + seq * stepMs)
      return { at: usual, ...line, seq } as Entry
    })
    kept.entries.push(...entries)
    kept.summary = entries.reduce(apply, kept.summary)
    return entries
  }
  summary(id: string): Summary {
    return this.#of(id).summary
  }
  entries(id: string, after: number): readonly Entry[] {
    return this.#of(id).entries.filter(({ seq }) => seq > after)
  }
  list(phase: string | null, { limit, before }: { limit: number; before: number }): readonly Summary[] {
    const all = [...this.#kept.values()].map(({ summary }) => summary)
    const wanted = all.filter(one => (phase === null || one.phase === phase) && one.at < before)
    const longest = (one: Summary) => one.waiting?.since ?? 0
    const sorted = wanted.sort((a, b) => (phase === 'waiting' ? longest(a) - longest(b) : b.at - a.at))
    return sorted.slice(0, limit)
  }
  #of(id: string): Kept {
    const kept = this.#kept.get(id)
    if (!kept) throw new Error(`there is no conversation ${id}`)
    return kept
  }
}

function apply({ waiting, agent, ...before }: Summary, entry: Entry): Summary {
  const known = { ...before, head: entry.seq, at: entry.at }
  const stays = { ...known, ...(waiting && { waiting }), ...(agent && { agent }) }
  switch (entry.kind) {
    case 'message':
      return { ...stays, preview: inWords(entry.content).slice(0, 140) }
    case 'handover':
      return { ...known, phase: 'waiting', waiting: waitsSince(entry.at, entry.metadata) }
    case 'taken':
      return { ...known, phase: 'agent', agent: { name: entry.name } }
    case 'handback':
      return { ...known, phase: 'bot' }
    case 'closed':
      return { ...known, phase: 'closed' }
    case 'named':
      return { ...stays, named: entry.named }
    default:
      return stays
  }
}

function inWords(content: Content): string {
  if (content.kind === 'file') return content.text ?? content.name ?? ''
  return content.text ?? (content.kind === 'image' ? (content.alt ?? '') : '')
}

const waitsSince = (since: number, metadata: Json) => ({ since, until: since + waitMs, metadata })
