import { expect, test } from 'vitest'
import { fits } from './sites.ts'

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
