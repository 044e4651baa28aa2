import { expect, test } from 'vitest'
import { sameSecret } from './secret.ts'

test('a secret equals only itself', () => {
  expect(sameSecret('correct horse', 'correct horse')).toBe(true)
  for (const other of ['', 'correct hors', 'correct horse ', 'Correct horse', 'c'.repeat(100_000)])
    expect(sameSecret(other, 'correct horse')).toBe(false)
})

test('an empty secret equals only an empty one, and different lengths do not throw', () => {
  expect(sameSecret('', '')).toBe(true)
  expect(sameSecret('a', '')).toBe(false)
})
