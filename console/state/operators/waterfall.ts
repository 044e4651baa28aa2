import type { Attempt, DeliveryTold, LineTold } from '../../contract.ts'
import type { Scale } from './scale.ts'

export type Mark = 'accepted' | 'committed' | 'taken' | 'dead' | 'dropped' | 'shown' | 'read'

/** What an attempt came to, as far as its colour tells: it went well, it is tried again, it was given up on. */
export type Fate = 'well' | 'again' | 'lost'

/** A stretch of time, ms after the entry was accepted. */
interface Bar {
  from: number
  to: number
  is: Fate | 'writes' | 'waits'
  /** What was answered: a status, where one came. */
  label?: string
}

/** What one party did about an entry, along the time. */
export interface Lane {
  key: string
  whose: { is: 'relay' | 'visitor' } | { is: 'destination'; id: string; state: DeliveryTold['state'] }
  bars: readonly Bar[]
  marks: readonly { is: Mark; at: number }[]
  /** How often it was tried, and how long it took until it was over. */
  tries: number
  tookMs?: number
}

const fates: Readonly<Record<Attempt['outcome'], Fate>> = {
  taken: 'well',
  linked: 'well',
  later: 'again',
  unknown: 'again',
  lost: 'again',
  refused: 'lost',
  gone: 'lost'
}
export const fateOf = ({ outcome }: Attempt): Fate => fates[outcome]

/** What happened to an entry, party by party: the relay, everybody who was told, the visitor's widget. */
export function lanesOf(line: LineTold, now: number): readonly Lane[] {
  return [
    relayLane(line),
    ...line.deliveries.map(told => deliveryLane(told, line.at, now)),
    ...visitorLane(line)
  ]
}

function relayLane({ at, committedAt }: LineTold): Lane {
  const lane = { key: 'relay', whose: { is: 'relay' }, tries: 0 } as const
  const accepted = { is: 'accepted', at: 0 } as const
  if (committedAt === undefined) return { ...lane, bars: [], marks: [accepted] }
  const tookMs = Math.max(0, committedAt - at)
  const marks = [accepted, { is: 'committed', at: tookMs } as const]
  return { ...lane, bars: [{ from: 0, to: tookMs, is: 'writes' }], marks, tookMs }
}

function visitorLane({ at, shownAt, readAt }: LineTold): readonly Lane[] {
  const marks = [
    ...(shownAt === undefined ? [] : [{ is: 'shown', at: Math.max(0, shownAt - at) } as const]),
    ...(readAt === undefined ? [] : [{ is: 'read', at: Math.max(0, readAt - at) } as const])
  ]
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last) return []
  const bars = marks.length > 1 ? [{ from: first.at, to: last.at, is: 'waits' } as const] : []
  return [{ key: 'visitor', whose: { is: 'visitor' }, tries: 0, bars, marks, tookMs: last.at }]
}

function deliveryLane(told: DeliveryTold, accepted: number, now: number): Lane {
  const { id, destination, state, attempts, owedAt } = told
  const calls = attempts.map((attempt): Bar => {
    const from = Math.max(0, attempt.at - accepted)
    const label = attempt.status === undefined ? {} : { label: String(attempt.status) }
    return { from, to: from + (attempt.tookMs ?? 0), is: fateOf(attempt), ...label }
  })
  const end = endOf(told)
  const over = (end ?? now) - accepted
  return {
    key: `delivery:${id}`,
    whose: { is: 'destination', id: destination, state },
    bars: [...pauses(calls, Math.max(0, owedAt - accepted), over), ...calls],
    marks: marksOf(told, accepted),
    tries: attempts.length,
    ...(end !== undefined && { tookMs: Math.max(0, over) })
  }
}

/** From when it was owed to the first call, between calls, and after the last one. */
function pauses(calls: readonly Bar[], owed: number, over: number): readonly Bar[] {
  const starts = [owed, ...calls.map(({ to }) => to)]
  const ends = [...calls.map(({ from }) => from), over]
  return starts.flatMap((from, nth): readonly Bar[] => {
    const to = ends[nth] ?? from
    return to > from ? [{ from, to, is: 'waits' }] : []
  })
}

function marksOf(told: DeliveryTold, accepted: number): Lane['marks'] {
  const end = endOf(told)
  if (end === undefined || told.state === 'owed') return []
  const is = { done: 'taken', dead: 'dead', dropped: 'dropped' } as const
  return [{ is: is[told.state], at: Math.max(0, end - accepted) }]
}

/** When it was over: acknowledged, given up on, or dropped. */
export function endOf({ state, attempts, settledAt, dropped }: DeliveryTold): number | undefined {
  if (state === 'owed') return undefined
  const last = attempts.at(-1)
  const answered = last && last.at + (last.tookMs ?? 0)
  if (state === 'dropped') return dropped?.at ?? settledAt ?? answered
  return state === 'done' ? (answered ?? settledAt) : (settledAt ?? answered)
}

/** The longest time that anything of these took, ms. */
export const longestOf = (lanes: readonly Lane[]): number =>
  lanes.reduce((longest, { bars, marks }) => {
    const ends = [...bars.map(({ to }) => to), ...marks.map(({ at }) => at)]
    return Math.max(longest, ...ends)
  }, 0)

/** Percent of the width that a status needs beside its bar. */
const labelRoom = 7

/** Whether there is room for what is written beside a bar, before the next one begins. */
export function isLabelled({ bars }: Lane, nth: number, scale: Pick<Scale, 'place'>): boolean {
  const own = bars[nth]
  const next = bars.slice(nth + 1).find(({ is }) => is !== 'waits')
  return own !== undefined && (!next || scale.place(next.from) - scale.place(own.to) >= labelRoom)
}
