import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paired } from './paired.ts'

const part = fc.string({ unit: fc.constantFrom('a', '/', '"', ',', '[', '\\'), maxLength: 6 })

test('[P22] no two pairs of ids are one id, and a pair whose first has no slash is written as it always was', () => {
  fc.assert(
    fc.property(part, part, part, part, (a, b, c, d) => {
      expect(paired(a, b) === paired(c, d)).toBe(a === c && b === d)
    }),
    { numRuns: 2_000 }
  )
  expect(paired('cv_1', 'ms/1')).toBe('cv_1/ms/1')
  expect(paired('a/b', 'c')).not.toBe(paired('a', 'b/c'))
})
