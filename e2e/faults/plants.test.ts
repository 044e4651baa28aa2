import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replaceOnce, root } from '../planting.ts'
import { plants } from './plants.ts'

test.each(plants)('[X12] the plant $name still finds its place in the source', ({ replacements }) => {
  for (const replacement of replacements) {
    const code = readFileSync(root + replacement.file, 'utf8')
    expect(replaceOnce(code, replacement)).not.toBe(code)
  }
})

test('[X12] a plant that does not find its place, or finds two, is an error', () => {
  const plant = { file: 'relay/a.ts', find: 'commit()', replace: '' }
  expect(() => replaceOnce('flush()', plant)).toThrow('0 times')
  expect(() => replaceOnce('commit(); commit()', plant)).toThrow('2 times')
})
