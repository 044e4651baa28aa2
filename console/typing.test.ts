import { expect, test } from 'vitest'
import type { Clock } from './clock.ts'
import { createDesk } from './state/desk.ts'
import { createTalk } from './state/talk.ts'
import { createTyping } from './typing.ts'

/** Somebody has c1 open, at a clock whose timers a test runs. */
function atDesk() {
  const { talks } = createDesk(0)
  const timers = new Set<() => void>()
  const clock: Clock = {
    now: () => 0,
    after(_, run) {
      timers.add(run)
      return () => timers.delete(run)
    }
  }
  const told: string[] = []
  const typing = createTyping({ talks }, clock, (id, state) => told.push(`${id} ${state}`))
  const open = () => talks.set('c1', createTalk('c1'))
  open()
  return { talks, told, typing, open, pass: () => timers.forEach(run => run()) }
}

test('[DP7] who writes is told once, and that they stopped', () => {
  const { told, typing, pass } = atDesk()
  typing.wrote('c1', 'H')
  typing.wrote('c1', 'He')
  pass()
  expect(told).toEqual(['c1 start', 'c1 stop'])
  typing.stop('c1')
  expect(told.length).toBe(2)
})

test('[DP23] nothing is told in the name of whoever comes in after somebody who was writing', () => {
  const { talks, told, typing, open, pass } = atDesk()
  typing.wrote('c1', 'H')
  talks.clear()
  open()
  typing.wrote('c1', 'W')
  expect(told.splice(0)).toEqual(['c1 start', 'c1 start'])
  typing.stop('c1')
  expect(told.splice(0)).toEqual(['c1 stop'])
  pass()
  expect(told).toEqual([])
})
