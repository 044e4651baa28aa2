import { expect, test } from 'vitest'
import type { Standing } from '../conversation/delivery.ts'
import { quietLog } from '../lib/log.ts'
import { testClock } from '../testing/clock.ts'
import { Health } from './health.ts'

function healthOf(standing: Partial<Standing> = {}) {
  const kept: Standing[] = []
  const works = { stores: true }
  const clock = testClock()
  const store = {
    keepStanding: async (one: Standing) => {
      await new Promise(setImmediate)
      if (works.stores) kept.push(one)
      return works.stores
    }
  }
  const parts = { store, clock, log: quietLog, meter: { disabled() {} } }
  const health = new Health(parts, 1_000, { destination: 'topics/crm', ...standing })
  return { health, kept, clock, works }
}

test('[T9] a call that is taken at the very time of a 410 does not enable again', async () => {
  const { health, kept } = healthOf({ failingSince: 1 })
  await Promise.all([health.disable('it answered 410'), health.took()])
  expect(health.disabled).toBe(true)
  expect(kept.at(-1)).toEqual(health.standing)
})

test('[T10] the first failure is kept and no other, until so long after it', async () => {
  const { health, kept, clock } = healthOf()
  const since = clock.now()
  await Promise.all([health.failed('500'), health.failed('500')])
  await health.failed('500')
  expect(kept).toEqual([{ destination: 'topics/crm', failingSince: since }])
  clock.move(999)
  await health.failed('500')
  expect(health.disabled).toBe(false)
  clock.move(1)
  await Promise.all([health.failed('500'), health.failed('502')])
  expect(health.disabled).toBe(true)
  expect(kept).toHaveLength(2)
})

test('[T10] what could not be stored did not happen', async () => {
  const { health, works } = healthOf()
  works.stores = false
  expect(await health.disable('by hand')).toBe(false)
  expect(health.disabled).toBe(false)
  works.stores = true
  expect(await health.disable('by hand')).toBe(true)
  expect([await health.enable(), health.disabled]).toEqual([true, false])
})

test('[T10] who was enabled again has a whole day once more', async () => {
  const { health, clock } = healthOf({ failingSince: 1, disabledAt: 2, reason: 'x' })
  await health.enable()
  clock.move(5_000)
  await health.failed('500')
  expect(health.disabled).toBe(false)
})
