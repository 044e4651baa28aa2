import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { check, weigh } from './budget.ts'
import { plant } from './plant.ts'

// Letters that gzip cannot make much smaller: two letters a byte.
const heavy = (bytes: number) => `/*${randomBytes(bytes).toString('hex')}*/`

test('a light widget passes; maps and compressed copies do not count', () => {
  const root = plant({
    'dist/widget/widget.js': 'go()',
    'dist/widget/chat-1a.js': 'chat()',
    'dist/widget/chat-1a.js.map': heavy(30_000),
    'dist/widget/chat-1a.js.gz': heavy(30_000)
  })
  expect(check(root)).toEqual([])
  expect(weigh(root)).toHaveLength(2)
})

test('a heavy loader is found', () => {
  const wrong = check(plant({ 'dist/widget/widget.js': heavy(3_000) }))
  expect(wrong).toEqual([expect.stringMatching(/^loader: 3\d{3} bytes gzipped; at most 2000$/)])
})

test('a heavy first open is found, whatever file it is in; what is loaded later does not count', () => {
  const root = plant({
    'dist/widget/widget.js': 'go()',
    'dist/widget/assets/chat-abcdefgh.js': `import{a}from"./shared-abcdefgh.js";${heavy(9_000)}`,
    'dist/widget/assets/shared-abcdefgh.js': heavy(9_000),
    'dist/widget/assets/core-abcdefgh.js': heavy(9_000),
    'dist/widget/assets/rich-abcdefgh.js': heavy(9_000)
  })
  expect(check(root)).toEqual([expect.stringMatching(/^first open: 2\d{4} bytes/)])
})

test('of the languages one is counted', () => {
  const root = plant({
    'dist/widget/widget.js': 'go()',
    'dist/widget/assets/en-abcdefgh.js': heavy(20_000),
    'dist/widget/assets/de-abcdefgh.js': heavy(60_000)
  })
  expect(check(root)).toEqual([])
})

test('heavy parts are found', () => {
  const root = plant({
    'dist/widget/widget.js': 'go()',
    'dist/widget/assets/rich-abcdefgh.js': heavy(56_000)
  })
  expect(check(root)).toEqual([expect.stringMatching(/^everything else: 6\d{4} bytes/)])
})

test('zod in the widget is found', () => {
  const root = plant({ 'dist/widget/widget.js': 'go()', 'dist/widget/chat.js': 'throw new ZodError()' })
  expect(check(root)).toEqual([expect.stringContaining('dist/widget/chat.js contains zod')])
})

test('a widget that was not built is said', () => {
  expect(check(plant({ 'dist/widget/other.js': '' }))).toEqual([
    'dist/widget/widget.js is missing; run npm run build'
  ])
})
