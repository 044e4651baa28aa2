import type { Me, Summary, Told } from '../contract.ts'
import { isMine, type Summaries } from './lists.ts'

/** Something that an agent would want to be called for. */
export interface News {
  is: 'waiting' | 'message' | 'given'
  about: Summary
  /** How many messages of the visitor. */
  count: number
}

interface Knowing {
  /** As they were before. */
  summaries: Summaries
  me: Me | undefined
  /** What this agent has taken by themselves a moment ago is no surprise. */
  own: ReadonlySet<string>
}

/** What of it an agent would want to know. */
export function newsOf(told: readonly Told[], { summaries, me, own }: Knowing): readonly News[] {
  const before = new Map<string, Summary>()
  return told.flatMap((one): readonly News[] => {
    if (one.event !== 'entries') return []
    const { summary: about, entries } = one.data
    const known = before.get(about.id) ?? summaries.get(about.id)
    before.set(about.id, about)
    const count = entries.filter(({ kind, ...rest }) => saidByVisitor(kind, rest)).length
    const wasMine = !!known && isMine(known, me)
    const is = isMine(about, me)
    // What a colleague had until now is never taken, but given.
    const isTaken = own.has(about.id) && known?.phase !== 'agent'
    if (is && !wasMine && !isTaken) return [{ is: 'given', about, count }]
    if (is && count) return [{ is: 'message', about, count }]
    const waits = about.phase === 'waiting' && known?.phase !== 'waiting'
    return waits ? [{ is: 'waiting', about, count }] : []
  })
}

const saidByVisitor = (kind: string, rest: object): boolean =>
  kind === 'postback' || (kind === 'message' && 'by' in rest && rest.by === 'visitor')
