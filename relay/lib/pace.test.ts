import { expect, test } from 'vitest'
import { testClock } from '../testing/clock.ts'
import { createPace } from './pace.ts'

const calm = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
}

test('[L4] one passes at once, the others each after a gap, in their order', async () => {
  const clock = testClock()
  const pace = createPace(2, clock)
  const passed: number[] = []
  for (const one of [1, 2, 3]) void pace.turn().then(() => passed.push(one))
  await calm()
  expect(passed).toEqual([1])
  clock.move(499)
  await calm()
  expect(passed).toEqual([1])
  clock.move(1)
  await calm()
  expect(passed).toEqual([1, 2])
  clock.move(500)
  await calm()
  expect(passed).toEqual([1, 2, 3])
  clock.move(500)
  await pace.turn()
})
