import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Attempts } from './attempts.ts'

const hourMs = 3_600_000
/** So that nobody shares a place here, today or tomorrow. */
const salt = 'a salt'

test('[A10] five may fail; then each has to wait twice as long as the one before', () => {
  const attempts = new Attempts(salt)
  let now = 0
  const waits = Array.from({ length: 9 }, () => {
    attempts.failed('anna', '192.0.2.1', now)
    const wait = attempts.waitMs('anna', '192.0.2.1', now)
    now += wait
    return wait
  })
  expect(waits).toEqual([0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000])
  expect(attempts.waitMs('anna', '192.0.2.1', now)).toBe(0)
})

test('[A10] neither another network nor another name gets round it', () => {
  const attempts = new Attempts(salt)
  for (let index = 0; index < 5; index += 1) attempts.failed('anna', '192.0.2.1', 0)
  expect(attempts.waitMs('anna', '198.51.100.1', 0)).toBe(1_000)
  expect(attempts.waitMs('berta', '192.0.2.1', 0)).toBe(1_000)
  expect(attempts.waitMs('berta', '198.51.100.1', 0)).toBe(0)
})

test('[A10] who got in, or let an hour pass, begins anew', () => {
  const attempts = new Attempts(salt)
  for (let index = 0; index < 9; index += 1) attempts.failed('anna', '192.0.2.1', 0)
  expect(attempts.waitMs('anna', '192.0.2.1', hourMs)).toBe(0)
  attempts.failed('anna', '192.0.2.1', hourMs)
  expect(attempts.waitMs('anna', '192.0.2.1', hourMs)).toBe(0)
  for (let index = 0; index < 9; index += 1) attempts.failed('anna', '192.0.2.1', hourMs)
  attempts.succeeded('anna', '192.0.2.1')
  expect(attempts.waitMs('anna', '192.0.2.1', hourMs)).toBe(0)
})

test('[A10] from however many networks, at one account no more than a hundred fail in any hour', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 500, maxLength: 500 }), pauses => {
      const attempts = new Attempts(salt)
      let now = 0
      const tried = pauses.flatMap((pause, index) => {
        now += pause
        const network = `198.51.${index >> 8}.${index & 255}`
        if (attempts.waitMs('anna', network, now) > 0) return []
        attempts.failed('anna', network, now)
        return [now]
      })
      const most = Math.max(...tried.map(from => tried.filter(at => at >= from && at < from + hourMs).length))
      expect(most).toBeLessThanOrEqual(100)
    }),
    { numRuns: 20 }
  )
})

test('[A38] no flood of other names and networks makes a failure forgotten', () => {
  const attempts = new Attempts(salt)
  for (let index = 0; index < 9; index += 1) attempts.failed('anna', '192.0.2.1', 0)
  for (let index = 0; index < 50_000; index += 1) attempts.failed(`name ${index}`, `network ${index}`, 1)
  expect(attempts.waitMs('anna', '198.51.100.1', 1)).toBeGreaterThan(10_000)
  expect(attempts.waitMs('berta', '192.0.2.1', 1)).toBeGreaterThan(10_000)
})

test('[A38] a wait grows to a quarter of an hour and no longer', () => {
  const attempts = new Attempts(salt)
  for (let index = 0; index < 10_000; index += 1) attempts.failed('anna', '192.0.2.1', 0)
  expect(attempts.waitMs('anna', '192.0.2.1', 0)).toBe(900_000)
})
