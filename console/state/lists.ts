import type { Me, Summary } from '../contract.ts'

export const listNames = ['waiting', 'mine', 'all'] as const
export type ListName = (typeof listNames)[number]

export type Summaries = ReadonlyMap<string, Summary>

/** What is known, with these; of two the one that knows more of its log stands. */
export function withSummaries(known: Summaries, more: readonly Summary[]): Summaries {
  const news = more.filter(one => (known.get(one.id)?.head ?? -1) <= one.head)
  if (!news.length) return known
  const next = new Map(known)
  for (const one of news) next.set(one.id, one)
  return next
}

/** Whoever has waited longest is first. */
export const waitingOf = (all: Summaries): readonly Summary[] =>
  [...all.values()].filter(({ phase }) => phase === 'waiting').sort((a, b) => since(a) - since(b))

const since = ({ waiting, at }: Summary) => waiting?.since ?? at

export const isMine = ({ phase, agent }: Summary, me: Me | undefined): boolean =>
  phase === 'agent' && !!agent && agent.on === undefined && agent.name === me?.shown

export const mineOf = (all: Summaries, me: Me | undefined): readonly Summary[] =>
  [...all.values()].filter(one => isMine(one, me)).sort(newestFirst)

/**
 * Newest first, as far down as the relay was asked: what is known of older ones, by chance, would stand among others that
 * are not.
 */
export const allOf = (all: Summaries, downTo: number): readonly Summary[] =>
  [...all.values()].filter(({ at }) => at >= downTo).sort(newestFirst)

const newestFirst = (a: Summary, b: Summary) => b.at - a.at || (a.id < b.id ? -1 : 1)

/** The part of a list of equal rows that is drawn, and the one that is pointed at wherever it is. */
export interface ListPart {
  indices: readonly number[]
  /** Of the whole, in rows. */
  count: number
}

const beyond = 8

export function partOf(count: number, seen: { first: number; rows: number }, pointed: number): ListPart {
  const from = Math.max(0, Math.min(seen.first, count - seen.rows) - beyond)
  const to = Math.min(count, seen.first + seen.rows + beyond)
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const isFar = pointed >= 0 && pointed < count && (pointed < from || pointed >= to)
  return { indices: isFar ? [...indices, pointed].sort((a, b) => a - b) : indices, count }
}

/** Where the pointer goes: to the neighbour, but never beyond an end. */
export function neighbour(
  list: readonly Summary[],
  pointed: string | undefined,
  by: 1 | -1
): Summary | undefined {
  const at = list.findIndex(({ id }) => id === pointed)
  if (at < 0) return list[by > 0 ? 0 : list.length - 1]
  return list[Math.max(0, Math.min(list.length - 1, at + by))]
}
