import type { LineTold } from '../../contract.ts'
import { endOf, fateOf } from './waterfall.ts'

/** A page of a timeline in a few numbers. */
export interface Totals {
  entries: number
  attempts: number
  /** Attempts that did not lead to an acknowledgement. */
  failed: number
  owed: number
  dead: number
  /** From when an entry was accepted until its destination had it, ms. */
  medianMs?: number
  slowestMs?: number
}

export function totalsOf(lines: readonly LineTold[]): Totals {
  const deliveries = lines.flatMap(line => line.deliveries.map(told => ({ ...told, accepted: line.at })))
  const attempts = deliveries.flatMap(told => told.attempts)
  const took = deliveries
    .filter(({ state }) => state === 'done')
    .map(told => Math.max(0, (endOf(told) ?? told.accepted) - told.accepted))
    .toSorted((a, b) => a - b)
  const medianMs = took[Math.floor((took.length - 1) / 2)]
  const slowestMs = took.at(-1)
  return {
    entries: lines.length,
    attempts: attempts.length,
    failed: attempts.filter(attempt => fateOf(attempt) !== 'well').length,
    owed: deliveries.filter(({ state }) => state === 'owed').length,
    dead: deliveries.filter(({ state }) => state === 'dead').length,
    ...(medianMs !== undefined && { medianMs }),
    ...(slowestMs !== undefined && { slowestMs })
  }
}

/** What deserves a look: more than one call was needed, or it is not over, or it never will be. */
export const isTroubled = ({ deliveries }: LineTold): boolean =>
  deliveries.some(({ state, attempts }) => state !== 'done' || attempts.some(one => fateOf(one) !== 'well'))
