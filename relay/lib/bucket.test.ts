import { expect, test } from 'vitest'
import { Bucket, Buckets } from './bucket.ts'

test('[L1] a bucket gives its burst at once, then what its rate refills', () => {
  const bucket = new Bucket({ burst: 2, perSecond: 1 }, 0)
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([true, true, false])
  expect([bucket.take(999), bucket.take(1_000), bucket.take(1_001)]).toEqual([false, true, false])
})

test('[L1] a clock that jumps back gives nothing', () => {
  const bucket = new Bucket({ burst: 1, perSecond: 1 }, 10_000)
  bucket.take(10_000)
  expect(bucket.take(0)).toBe(false)
})

test('[L1] keys have buckets of their own, and full ones are forgotten', () => {
  const buckets = new Buckets({ burst: 1, perSecond: 1 })
  expect([buckets.take('a', 0), buckets.take('a', 0), buckets.take('b', 0)]).toEqual([true, false, true])
  buckets.sweep(500)
  expect(buckets.take('a', 500)).toBe(false)
  buckets.sweep(2_000)
  expect(buckets.take('a', 2_000)).toBe(true)
})
