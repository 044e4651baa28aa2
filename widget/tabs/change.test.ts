import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initial, type Line, type State } from '../connection/state.ts'
import { apply, changeOf } from './change.ts'

const log: Line[] = Array.from({ length: 30 }, (_, index) => ({ kind: 'other', seq: index + 1, at: index }))

/** The log from one place to another, and something beside it that changes. */
const state = fc
  .record({ from: fc.nat(29), to: fc.nat(30), attempt: fc.nat(2), head: fc.nat(2), other: fc.boolean() })
  .map(({ from, to, attempt, head, other }): State => {
    const start = initial([])
    const lines = log.slice(from, to).map(line => (other ? { ...line, at: 99 } : line))
    return { ...start, attempt, view: { ...start.view, head, lines } }
  })

test('[TB8] whatever changes, what is told of it makes the one state into the other', () => {
  fc.assert(
    fc.property(state, state, (old, next) => {
      expect(apply(old, changeOf(old, next))).toEqual(next)
    }),
    { numRuns: 2_000 }
  )
})

test('[TB8] of a long log only what was added is told', () => {
  const old = { ...initial([]), view: { ...initial([]).view, lines: log.slice(5, 20) } }
  const next = { ...old, typing: { bot: true, agent: false }, view: { ...old.view, lines: log.slice(3, 22) } }
  expect(changeOf(old, next)).toEqual({
    state: { typing: next.typing },
    view: {},
    before: log.slice(3, 5),
    after: log.slice(20, 22)
  })
  expect(changeOf(old, { ...old, attempt: 1 })).toEqual({ state: { attempt: 1 }, view: {} })
})
