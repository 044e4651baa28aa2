import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

const times = { minMs: 500, maxMs: 30_000 }

test('[W14] the ceiling doubles from half a second to half a minute', () => {
  expect([0, 1, 2, 3, 10, 2000].map(attempt => backoff(attempt, 1, times))).toEqual([
    500, 1000, 2000, 4000, 30_000, 30_000
  ])
})

test('[W14] the wait is anything from nothing to the ceiling, however often it failed', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backoff(attempt, random, times)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(30_000)
    })
  )
})
