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
  expect(wrong).toEqual([expect.stringMatching(/^the loader is 3\d{3} bytes gzipped; at most 3000$/)])
})

test('a heavy chat is found, whatever it is made of', () => {
  const root = plant({
    'dist/widget/widget.js': 'go()',
    'dist/widget/assets/chat.js': heavy(12_000),
    'dist/widget/assets/chat.css': heavy(12_000)
  })
  expect(check(root)).toEqual([expect.stringMatching(/^the whole chat is 2\d{4} bytes/)])
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
