import { afterEach, expect, test, vi } from 'vitest'
import { createRecord } from './record.ts'

const once = { id: 'once', text: 'Can we help?' }
const often = { id: 'often', text: 'Still there?', everyHours: 2 }
const hour = 3_600_000

/** What one browser keeps; every record is a page of its own. */
function keeps(kept = new Map<string, string>()): Map<string, string> {
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text)
  })
  return kept
}
afterEach(() => vi.unstubAllGlobals())

test('[D9] what was closed in one tab stays closed, whatever another one that was there already remembers', () => {
  keeps()
  const [one, other] = [createRecord('shop', false), createRecord('shop', false)]
  one.closed(once)
  expect(other.mayShow(once, 0)).toBe(false)
  other.shown(often, 0)
  other.closed(often)
  const next = createRecord('shop', false)
  expect([next.mayShow(once, hour), next.mayShow(often, 100 * hour)]).toEqual([false, false])
})

test('[D9] a greeting that was only shown comes again on the next page, whatever else is remembered', () => {
  keeps()
  const page = createRecord('shop', false)
  page.shown(once, 0)
  page.shown(often, 0)
  expect(page.mayShow(once, hour)).toBe(false)
  const next = createRecord('shop', false)
  expect([next.mayShow(once, hour), next.mayShow(often, hour)]).toEqual([true, false])
})

test('[D9] what is closed after consent was given on the same page is remembered', () => {
  const kept = keeps()
  const page = createRecord('shop', true)
  page.closed(once)
  expect(kept.size).toBe(0)
  kept.set('footbridge:shop:consent', '1')
  page.closed(once)
  expect(createRecord('shop', true).mayShow(once, hour)).toBe(false)
})

test('[D9] where nothing is kept, what was closed stays closed for as long as the page lives', () => {
  vi.stubGlobal('localStorage', undefined)
  const page = createRecord('shop', false)
  page.shown(often, 0)
  page.closed(often)
  expect(page.mayShow(often, 100 * hour)).toBe(false)
})
