import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Identity } from '../api.ts'
import type { Settings } from '../settings.ts'
import { first, identityOf, renewed } from './identity.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const settingsOf = (identity: Identity): Settings => ({ src: '', site: 'shop', identity })
const hangs = () => new Promise<string>(() => {})

test('[D17] a page is asked once for another identity, and not in circles for the same', async () => {
  const ask = vi.fn(async () => 'new')
  expect(await renewed(settingsOf(ask), 'old')).toBe('new')
  expect(ask).toHaveBeenCalledTimes(1)
  expect(await renewed(settingsOf(ask), 'new')).toBeUndefined()
  expect(await renewed(settingsOf('text'), 'old')).toBeUndefined()
})

test('[D17] a page that fails or hangs is asked again, a few times', async () => {
  for (const fails of [() => Promise.reject(new Error('offline')), hangs, () => JSON.parse('{')]) {
    const ask = vi.fn<() => string | Promise<string>>(fails)
    const given = renewed(settingsOf(ask), 'old')
    await vi.advanceTimersByTimeAsync(12_000)
    ask.mockResolvedValue('new')
    await vi.runAllTimersAsync()
    expect(await given).toBe('new')
  }
  const never = vi.fn(() => Promise.reject(new Error('broken')))
  const given = renewed(settingsOf(never), 'old')
  await vi.runAllTimersAsync()
  expect(await given).toBeUndefined()
  expect(never).toHaveBeenCalledTimes(4)
})

test('[D17] nobody is asked for a visitor who is another meanwhile', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('offline')))
  const settings = settingsOf(ask)
  const given = renewed(settings, 'old')
  settings.identity = async () => 'somebody else'
  await vi.runAllTimersAsync()
  expect(await given).toBeUndefined()
})

test('[D17] the chat opens without an identity that does not come, and what the page asks for by name fails', async () => {
  const opening = first(settingsOf(hangs))
  await vi.runAllTimersAsync()
  expect(await opening).toBeUndefined()
  const asked = expect(identityOf(settingsOf(hangs))).rejects.toThrow('did not say')
  await vi.runAllTimersAsync()
  await asked
})
