import type { Attempt, DeliveryTold, LineTold } from '../../contract.ts'
import { endOf } from './waterfall.ts'

/** Something that happened to an entry. */
export type Step = {
  at: number
  /** ms after it was accepted. */
  afterMs: number
} & (
  | { is: 'accepted' | 'committed' | 'shown' | 'read' }
  | { is: 'owed' | 'acknowledged' | 'dead'; destination: string; reason?: string }
  | { is: 'dropped'; destination: string; reason: string }
  | { is: 'attempt'; destination: string; nth: number; attempt: Attempt }
)

type Bare = Step extends infer One ? (One extends unknown ? Omit<One, 'afterMs'> : never) : never

/** Everything that happened to an entry, in its order. */
export function stepsOf(line: LineTold): readonly Step[] {
  const { at, committedAt, shownAt, readAt } = line
  const steps: readonly Bare[] = [
    { is: 'accepted', at },
    ...(committedAt === undefined ? [] : [{ is: 'committed', at: committedAt } as const]),
    ...line.deliveries.flatMap(deliverySteps),
    ...(shownAt === undefined ? [] : [{ is: 'shown', at: shownAt } as const]),
    ...(readAt === undefined ? [] : [{ is: 'read', at: readAt } as const])
  ]
  return steps.map(step => ({ ...step, afterMs: step.at - at }) as Step).toSorted((a, b) => a.at - b.at)
}

function deliverySteps(told: DeliveryTold): readonly Bare[] {
  const { destination, owedAt, attempts, reason } = told
  return [
    { is: 'owed', at: owedAt, destination },
    ...attempts.map((attempt, index) => {
      return { is: 'attempt', at: attempt.at, destination, nth: index + 1, attempt } as const
    }),
    ...endSteps(told, reason === undefined ? {} : { reason })
  ]
}

function endSteps(told: DeliveryTold, why: { reason?: string }): readonly Bare[] {
  const { state, destination, settledAt, dropped } = told
  const end = endOf(told)
  if (end === undefined) return []
  if (state === 'done') return [{ is: 'acknowledged', at: end, destination }]
  const dead = state === 'dropped' ? settledAt : end
  return [
    ...(dead === undefined ? [] : [{ is: 'dead', at: dead, destination, ...why } as const]),
    ...(dropped ? [{ is: 'dropped', at: dropped.at, destination, reason: dropped.why } as const] : [])
  ]
}
