import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replaceOnce, root } from '../planting.ts'
import { plants } from './plants.ts'

test.each(plants)('[X12] the plant $name still finds its place in the widget', ({ replacements }) => {
  for (const replacement of replacements) {
    const code = readFileSync(root + replacement.file, 'utf8')
    expect(replaceOnce(code, replacement)).not.toBe(code)
  }
})
