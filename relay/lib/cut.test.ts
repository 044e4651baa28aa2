import { expect, test } from 'vitest'
import { cut } from './cut.ts'

test('[L7] a text is cut between characters, never through one', () => {
  expect(cut('x'.repeat(99), 100)).toBe('x'.repeat(99))
  expect(cut(`${'x'.repeat(98)}💬y`, 100)).toBe(`${'x'.repeat(98)}💬`)
  expect(cut(`${'x'.repeat(99)}💬y`, 100)).toBe('x'.repeat(99))
  expect(cut('💬', 1)).toBe('')
})
