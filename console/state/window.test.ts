import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowWindow } from './window.ts'

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ key: `k${from + index}`, guess: 40 }))

function windowOf(count: number): RowWindow {
  const window = new RowWindow()
  window.adopt(rows(count))
  return window
}

test('[DP17] of 10,000 entries those that are near are drawn, with room for the others', () => {
  const window = windowOf(10_000)
  const drawn = window.drawn({ top: 200_000, height: 800 }, 400)
  expect(drawn).toEqual({ from: 4_990, to: 5_031, before: 199_600, after: 198_760 })
  expect(drawn.before + drawn.after + (drawn.to - drawn.from) * 40).toBe(window.total)
})

test('[DP17] what is measured moves what is below it, and only once', () => {
  const window = windowOf(100)
  expect(window.measure('k3', 90)).toBe(true)
  expect(window.measure('k3', 90)).toBe(false)
  expect(window.top(3)).toBe(120)
  expect(window.top(4)).toBe(210)
  expect(window.find(209)).toBe(3)
  expect(window.find(210)).toBe(4)
})

test('[DP17] where a reader is stays the same while earlier entries come and rows are measured', () => {
  const window = windowOf(100)
  const anchor = window.anchor(1_010)
  expect(anchor).toEqual({ key: 'k25', below: 10 })
  window.adopt([...rows(200, 1_000), ...rows(100)])
  window.measure('k1003', 140)
  expect(anchor && window.placeOf(anchor)).toBe(200 * 40 + 100 + 1_010)
})

test('[DP17] a place is never reckoned from the name of a day, which goes up as earlier entries come', () => {
  const window = new RowWindow()
  const day = { key: 'day', guess: 36, moves: true } as const
  window.adopt([day, ...rows(10)])
  const anchor = window.anchor(0)
  expect(anchor).toEqual({ key: 'k0', below: -36 })
  window.adopt([day, ...rows(50, 100), ...rows(10)])
  expect(anchor && window.placeOf(anchor)).toBe(2_000)
})

test('[DP17] a log without anything, and places beyond its ends, are nothing to stumble over', () => {
  const empty = windowOf(0)
  expect(empty.drawn({ top: 0, height: 800 }, 400)).toEqual({ from: 0, to: 0, before: 0, after: 0 })
  expect(empty.anchor(0)).toBeUndefined()
  const window = windowOf(3)
  expect(window.find(-50)).toBe(0)
  expect(window.find(5_000)).toBe(2)
  expect(window.placeOf({ key: 'gone', below: 3 })).toBeUndefined()
})

test('[DP17] [OP62] however rows come and go, each is where it would be if all were reckoned anew', () => {
  const row = fc.record({ nth: fc.nat(30), guess: fc.constantFrom(20, 40) })
  const list = fc.uniqueArray(row, { selector: ({ nth }) => nth, maxLength: 20 })
  const heights = fc.array(fc.record({ nth: fc.nat(30), height: fc.constantFrom(10, 40, 90) }), {
    maxLength: 4
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(list, heights), { maxLength: 8 }), steps => {
      const window = new RowWindow()
      const known = new Map<string, number>()
      for (const [some, measured] of steps) {
        const all = some.map(({ nth, guess }) => ({ key: `k${nth}`, guess }))
        window.adopt(all)
        for (const { nth, height } of measured) {
          window.measure(`k${nth}`, height)
          known.set(`k${nth}`, height)
        }
        const tops = [0]
        for (const { key, guess } of all) tops.push((tops.at(-1) ?? 0) + (known.get(key) ?? guess))
        expect(all.map((_, index) => window.top(index))).toEqual(tops.slice(0, -1))
        expect(window.total).toBe(tops.at(-1))
        expect(all.map(({ key }) => window.placeOf({ key, below: 0 }))).toEqual(tops.slice(0, -1))
      }
    })
  )
})
