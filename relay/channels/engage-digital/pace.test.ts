import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { createPace } from './pace.ts'

const turn = () => new Promise(setImmediate)
const stepMs = 250

/** Whoever was let in notes it within the step. */
async function step(clock: TestClock): Promise<void> {
  clock.move(stepMs)
  await turn()
}

test('[G17] in no minute are there more calls than allowed, and all of them are made, in order', async () => {
  const scene = fc.tuple(
    fc.integer({ min: 10, max: 200 }),
    fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 6 })
  )
  await fc.assert(
    fc.asyncProperty(scene, async ([perMinute, pauses]) => {
      const clock = testClock()
      const pace = createPace({ perMinute, clock })
      const made: { n: number; at: number }[] = []
      const calls: Promise<void>[] = []
      for (const pause of [0, ...pauses]) {
        for (let ms = 0; ms < pause; ms += stepMs) await step(clock)
        for (let i = 0; i < perMinute; i += 1) {
          const n = calls.length
          calls.push(pace.enter().then(() => void made.push({ n, at: clock.now() })))
        }
      }
      while (made.length < calls.length) await step(clock)
      expect(made.map(({ n }) => n)).toEqual(made.map((_, n) => n))
      for (const [n, { at }] of made.entries()) {
        const later = made[n + perMinute]
        if (later) expect(later.at - at).toBeGreaterThanOrEqual(60_000 - stepMs)
      }
    }),
    { numRuns: 10 }
  )
})

test('[G17] after a 429 everything waits, longer each time, until a call is taken again', async () => {
  const clock = testClock()
  const pace = createPace({ perMinute: 500, clock })
  const waits = () => [pace.slowDown(undefined), pace.slowDown(undefined), pace.slowDown(undefined)]
  expect(waits()).toEqual([2_000, 4_000, 8_000])
  expect(waits()).toEqual([16_000, 32_000, 60_000])
  let isIn = false
  void pace.enter().then(() => {
    isIn = true
  })
  clock.move(59_000)
  await turn()
  expect(isIn).toBe(false)
  clock.move(1_000)
  await turn()
  expect(isIn).toBe(true)
  pace.isFine()
  expect(pace.slowDown(undefined)).toBe(2_000)
  expect(pace.slowDown(7_000)).toBe(7_000)
})
