import { expect, test } from 'vitest'
import { check } from './lock.ts'
import { plant } from './plant.ts'
import { repository } from './tree.ts'

test('the lock file is complete and the versions are exact', () => {
  expect(check(repository)).toEqual([])
})

function planted(version: string, packages: object): string {
  return plant({
    'package.json': JSON.stringify({ dependencies: { paint: version } }),
    'package-lock.json': JSON.stringify({ packages })
  })
}

test('a range is found', () => {
  const root = planted('^1.0.0', { '': { dependencies: { paint: '^1.0.0' } } })
  expect(check(root)).toEqual(['package.json: paint is ^1.0.0; write one exact version'])
})

test('a stale lock file is found', () => {
  const root = planted('1.0.1', { '': { dependencies: { paint: '1.0.0' } } })
  expect(check(root)).toEqual(['package-lock.json does not know this paint; run npm install'])
})

test('a missing optional package is found', () => {
  const root = planted('1.0.0', {
    '': { dependencies: { paint: '1.0.0' } },
    'node_modules/paint': { optionalDependencies: { '@paint/mac': '1.0.0', '@paint/linux': '1.0.0' } },
    'node_modules/@paint/linux': {}
  })
  const said = 'misses @paint/mac, an optional part of node_modules/paint'
  expect(check(root)).toEqual([expect.stringContaining(said)])
})
