import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours } from './config/hours.ts'
import { createHours } from './hours.ts'

const always = ['09:00-17:00']
const working = { mon: always, tue: always, wed: always, thu: always, fri: ['09:00-12:00', '13:00-16:00'] }

function at(settings: object, moment: string) {
  const { open, opensAt } = createHours(hours.parse({ week: working, ...settings }))(Date.parse(moment))
  return open ? 'open' : opensAt && new Date(opensAt).toISOString()
}

test.each([
  ['2026-11-20T07:59:59Z', '2026-11-20T08:00:00.000Z', 'a second before it opens'],
  ['2026-11-20T08:00:00Z', 'open', 'the moment it opens'],
  ['2026-11-20T11:00:00Z', '2026-11-20T12:00:00.000Z', 'at noon'],
  ['2026-11-20T15:00:00Z', '2026-11-23T08:00:00.000Z', 'on Friday evening'],
  ['2026-11-22T23:30:00Z', '2026-11-23T08:00:00.000Z', 'when it is Monday there already']
])('[M4] at %s in Berlin it is %s: %s', (moment, expected) => {
  expect(at({ timeZone: 'Europe/Berlin' }, moment)).toBe(expected)
})

test('[M4] a closed day is closed, once or every year', () => {
  const closed = ['2026-11-23', '11-24']
  expect(at({ timeZone: 'Europe/Berlin', closed }, '2026-11-23T10:00:00Z')).toBe('2026-11-25T08:00:00.000Z')
  expect(at({ timeZone: 'Europe/Berlin', closed }, '2027-11-23T10:00:00Z')).toBe('open')
  expect(at({ timeZone: 'Europe/Berlin', closed }, '2027-11-24T10:00:00Z')).toBe('2027-11-25T08:00:00.000Z')
})

test('[M4] a place that never opens says no time', () => {
  expect(createHours(hours.parse({ timeZone: 'UTC', week: {} }))(0)).toEqual({ open: false })
})

describe('[M4] when the clock is changed', () => {
  const zone = { timeZone: 'Europe/Berlin' }
  const sunday = (range: string) => ({ ...zone, week: { sun: [range] } })

  test('nine in the morning is nine in the morning on both sides', () => {
    const daily = { ...zone, week: { sat: always, sun: always } }
    expect(at(daily, '2026-03-28T07:00:00Z')).toBe('2026-03-28T08:00:00.000Z')
    expect(at(daily, '2026-03-28T20:00:00Z')).toBe('2026-03-29T07:00:00.000Z')
    expect(at(daily, '2026-10-24T20:00:00Z')).toBe('2026-10-25T08:00:00.000Z')
  })

  test('what begins in the hour that is left out begins right after it', () => {
    expect(at(sunday('02:30-04:00'), '2026-03-29T00:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
    expect(at(sunday('02:30-04:00'), '2026-03-29T01:00:00Z')).toBe('open')
    expect(at(sunday('02:10-02:50'), '2026-03-29T00:59:00Z')).toBe('2026-04-05T00:10:00.000Z')
  })

  test('what begins in the hour that comes twice begins the first time, and once', () => {
    expect(at(sunday('02:30-04:00'), '2026-10-25T00:00:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(at(sunday('02:30-04:00'), '2026-10-25T01:00:00Z')).toBe('open')
    expect(at(sunday('02:00-02:30'), '2026-10-25T01:10:00Z')).toBe('2026-11-01T01:00:00.000Z')
  })
})

test('[M4] whatever the place and the moment: it opens when it said, and not a minute earlier', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
  const days = { sun: ['00:30-02:15'], mon: ['01:00-03:00'], wed: ['22:00-24:00'], thu: ['00:00-02:45'] }
  const minute = integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 })
  assert(
    property(constantFrom(...zones), minute, (timeZone, when) => {
      const look = createHours(hours.parse({ timeZone, week: days }))
      const { open, opensAt = 0 } = look(when * 60_000)
      if (open) return
      expect(opensAt).toBeGreaterThan(when * 60_000)
      expect(look(opensAt)).toEqual({ open: true })
      expect(look(opensAt - 60_000)).toEqual({ open: false, opensAt })
    }),
    { numRuns: 300 }
  )
})
