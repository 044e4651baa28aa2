import { expect, test } from 'vitest'
import type { DeedTold, SiteRetention } from '../../records-contract.ts'
import { deedsAtOnce, fateOf, shareLooked, withNewest, withOlder } from './records.ts'

const deed = (id: number, outcome?: string): DeedTold => ({
  id,
  at: id,
  who: 'otto',
  what: 'sign-in',
  network: '127.0.0.1',
  ...(outcome !== undefined && { outcome })
})
/** Newest first, as the relay tells them. */
const deeds = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, nth) => deed(from - nth))
const idsOf = ({ deeds: all }: { deeds: readonly DeedTold[] }) => all.map(({ id }) => id)
const range = (from: number, to: number) => deeds(from, to).map(({ id }) => id)

test('[OP70] what is new comes in front of what was read before, and nothing is there twice', () => {
  const known = { deeds: deeds(300, 101), hasMore: true }
  const next = withNewest(known, deeds(310, 211))
  expect(idsOf(next)).toEqual(range(310, 101))
  expect(next.hasMore).toBe(true)
})

test('[OP70] where something may lie between what is new and what was read, the new stands alone', () => {
  const next = withNewest({ deeds: deeds(100, 1), hasMore: false }, deeds(400, 301))
  expect(idsOf(next)).toEqual(range(400, 301))
  expect(next.hasMore).toBe(true)
})

test('[OP70] a log that is shorter than a page has no more', () => {
  expect(withNewest({ deeds: [], hasMore: false }, deeds(3, 1)).hasMore).toBe(false)
  expect(withNewest({ deeds: [], hasMore: false }, deeds(deedsAtOnce, 1)).hasMore).toBe(true)
})

test('[OP70] older deeds follow, until there are none', () => {
  const records = { sites: [], deeds: deeds(300, 201), hasMore: true }
  expect(idsOf(withOlder(records, deeds(200, 101)))).toEqual(range(300, 101))
  expect(withOlder(records, deeds(200, 101)).hasMore).toBe(true)
  expect(withOlder(records, deeds(200, 150)).hasMore).toBe(false)
})

test('[OP70] what became of a deed is told, also that nobody knows', () => {
  expect([deed(1, '200'), deed(1, '409'), deed(1, '503'), deed(1)].map(fateOf)).toEqual([
    'done',
    'refused',
    'refused',
    'unknown'
  ])
})

test('[OP71] of nothing to look at all is looked at', () => {
  const site = (looked: number, found: number): SiteRetention => ({
    site: 'shop',
    days: 1,
    state: 'running',
    looked,
    found,
    erased: 0
  })
  expect([site(0, 0), site(1, 4), site(5, 4)].map(shareLooked)).toEqual([1, 0.25, 1])
})
