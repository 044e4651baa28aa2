import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

const dayMs = 86_400_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('[L6] a wait of months is as long as it should be', () => {
  const call = vi.fn()
  systemClock.after(60 * dayMs, call)
  vi.advanceTimersByTime(60 * dayMs - 1)
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(call).toHaveBeenCalledTimes(1)
})

test('[L6] a wait of months is called off at any time', () => {
  const call = vi.fn()
  const cancel = systemClock.after(60 * dayMs, call)
  vi.advanceTimersByTime(30 * dayMs)
  cancel()
  vi.advanceTimersByTime(60 * dayMs)
  expect(call).not.toHaveBeenCalled()
})
