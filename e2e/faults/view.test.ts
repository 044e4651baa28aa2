import { expect, test } from 'vitest'
import type { Line } from './records.ts'
import { undeliveredIn } from './view.ts'

const said = (seq: number, text: string): Line => ({
  seq,
  at: 5,
  kind: 'message',
  by: 'visitor',
  id: `id-${seq}`,
  text
})

test('[X13] a text that was given up on is known by its place', () => {
  const told: Line = {
    seq: 4,
    at: 5,
    kind: 'undelivered',
    by: undefined,
    id: undefined,
    text: undefined,
    of: 3
  }
  expect([...undeliveredIn([said(2, 'c1:1'), said(3, 'c1:2'), told])]).toEqual(['c1:2'])
  expect([...undeliveredIn([said(2, 'c1:1'), said(3, 'c1:2')])]).toEqual([])
})
