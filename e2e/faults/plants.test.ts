import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { replaceOnce } from './build.ts'
import { plants } from './plants.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

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
