import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSpread } from './spread.ts'

test('[OP32] a share is told at most a tenth too high, and never too low', () => {
  const times = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(times, fc.constantFrom(0.5, 0.9, 0.99, 1), (all, share) => {
      const spread = createSpread()
      for (const ms of all) spread.add(ms)
      const sorted = all.toSorted((a, b) => a - b)
      const exact = sorted[Math.ceil(all.length * share) - 1] ?? 0
      const told = spread.below(share) ?? 0
      expect(told).toBeGreaterThanOrEqual(exact - 1)
      expect(told).toBeLessThanOrEqual(exact * 1.1 + 1)
    })
  )
})

test('[OP32] of nothing nothing is told, and of two together what is of all', () => {
  const [one, other] = [createSpread(), createSpread()]
  expect(one.below(0.5)).toBeUndefined()
  one.add(1)
  for (const ms of [1_000, 1_000]) other.add(ms)
  expect(one.with([other]).below(0.3)).toBe(1)
  expect(one.with([other]).below(0.5)).toBe(other.below(0.5))
  expect(one.below(1)).toBe(1)
})
