import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { fits, patternSource } from './path-pattern.ts'

test('[F3] a page pattern fits the whole path, with * for anything', () => {
  const cases: [string, string, boolean][] = [
    ['/pricing', '/pricing', true],
    ['/pricing', '/pricing/', false],
    ['/pricing*', '/pricing/teams', true],
    ['/*/help', '/en/help', true],
    ['/*/help', '/help', false],
    ['*', '/', true],
    ['/a*b*c', '/a-b-b-c', true],
    ['/a*b*c', '/a-c-b', false],
    ['/aa*aa', '/aaa', false]
  ]
  for (const [pattern, path, expected] of cases)
    expect([pattern, path, fits(pattern, path)]).toEqual([pattern, path, expected])
})

test('[M3] the browser finds of every path what the relay finds', () => {
  const some = string({ unit: constantFrom('a', 'b', '.', '*', '/', '(', '\\', '+'), maxLength: 12 })
  assert(
    property(some, some, (pattern, path) => {
      expect(new RegExp(patternSource(pattern)).test(path)).toBe(fits(pattern, path))
    }),
    { numRuns: 5_000 }
  )
})

test('[M3] a pattern of many stars does not think a long path over again', () => {
  const pattern = new RegExp(patternSource(`/${'a*'.repeat(40)}b`))
  expect(pattern.test(`/${'a'.repeat(50_000)}`)).toBe(false)
})
