import { expect, test } from 'vitest'
import { fromBot, fromVisitor } from '../../testing/entries.ts'
import { paced } from './pace.ts'

const now = 100_000
const answer = (seq: number, pauseMs: number) => ({ ...fromBot(seq), at: now, pauseMs })

test('[K16] answers that came together are shown one after the other', () => {
  const entries = [answer(2, 0), answer(3, 300), answer(4, 300)]
  expect(paced(entries, now).map(({ waitMs, entries: [one] }) => [waitMs, one?.seq])).toEqual([
    [0, 2],
    [300, 3],
    [300, 4]
  ])
})

test('[K16] what is no longer fresh is shown at once, and so is everything without a pause', () => {
  const late = [answer(2, 0), answer(3, 300)]
  expect(paced(late, now + 20_000)).toEqual([{ waitMs: 0, entries: late }])
  const plain = [fromVisitor(2), fromBot(3)]
  expect(paced(plain, 3)).toEqual([{ waitMs: 0, entries: plain }])
})
