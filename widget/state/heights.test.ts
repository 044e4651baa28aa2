import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Heights } from './heights.ts'

/** The same, by adding up. */
class Naive {
  rows: number[] = []
  top = (index: number) => this.rows.slice(0, index).reduce((sum, height) => sum + height, 0)
  find = (y: number) =>
    Math.max(
      0,
      this.rows.findLastIndex((_, index) => this.top(index) <= y)
    )
}

const height = fc.integer({ min: 0, max: 500 })
const change = fc.oneof(
  fc.record({ do: fc.constant('push' as const), height }),
  fc.record({ do: fc.constant('pop' as const) }),
  fc.record({ do: fc.constant('set' as const), at: fc.nat(60), height }),
  fc.record({
    do: fc.constant('splice' as const),
    at: fc.nat(60),
    remove: fc.nat(10),
    heights: fc.array(height, { maxLength: 10 })
  })
)
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

function apply(change: Change, heights: Heights, naive: Naive): void {
  const { rows } = naive
  if (change.do === 'push') {
    heights.push(change.height)
    rows.push(change.height)
  } else if (change.do === 'pop') {
    heights.pop()
    rows.pop()
  } else if (change.do === 'set') {
    heights.set(change.at, change.height)
    if (change.at < rows.length) rows[change.at] = change.height
  } else {
    const at = Math.min(change.at, rows.length)
    heights.splice(at, change.remove, change.heights)
    rows.splice(at, change.remove, ...change.heights)
  }
}

test('[Z10] whatever became of the rows, each begins where those before it end', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), fc.integer({ min: -50, max: 20_000 }), (changes, y) => {
      const heights = new Heights()
      const naive = new Naive()
      for (const one of changes) {
        apply(one, heights, naive)
        expect(heights.total).toBe(naive.top(naive.rows.length))
      }
      expect(heights.count).toBe(naive.rows.length)
      expect(naive.rows.map((_, index) => heights.top(index))).toEqual(
        naive.rows.map((_, index) => naive.top(index))
      )
      expect(heights.find(y)).toBe(naive.find(y))
    }),
    { numRuns: 2_000 }
  )
})
