import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { check, measure, report } from './sizes.ts'
import { repository } from './tree.ts'

test('files and functions are small', () => {
  console.log(report(repository))
  expect(check(repository)).toEqual([])
})

const lines = (count: number) => 'work()\n'.repeat(count)
const many = (count: number, path: string, text: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`shared/${index}-${path}`, text]))

test('a long file is found, unless it is a test', () => {
  const root = plant({
    ...many(20, 'short.ts', 'function a() {}'),
    'relay/long.ts': lines(251),
    'relay/long.test.ts': lines(900)
  })
  expect(check(root)).toEqual(['relay/long.ts has 251 lines; at most 250'])
})

test.each([
  ['function', `function long() {\n${lines(49)}}`],
  ['arrow', `const long = async () => {\n${lines(49)}}`],
  ['method', `const it = { long() {\n${lines(49)}} }`],
  ['method of a class', `class It { long(): void {\n${lines(49)}} }`]
])('a long %s is found', (_, long) => {
  const root = plant({ ...many(20, 'short.ts', 'function a() {}'), 'relay/a.ts': `\n${long}` })
  expect(check(root)).toEqual(['relay/a.ts:2 is a function of 51 lines; at most 50'])
})

test('a long component is no long function', () => {
  const root = plant({
    ...many(20, 'short.ts', 'function a() {}'),
    'widget/a.tsx': `function A() {\n${lines(60)}return <p/>}`
  })
  expect(check(root)).toEqual([])
})

test('too many middling files or functions are found', () => {
  const root = plant({ ...many(8, 'short.ts', 'function a() {}'), 'relay/a.ts': lines(151) })
  expect(check(root)).toEqual(['88.9% of the files are within 150 lines; at least 90.0%'])
  const wordy = plant({ 'relay/a.ts': `function a() {\n${lines(25)}}`, 'relay/b.ts': 'function b() {}' })
  expect(check(wordy)).toEqual(['50.0% of the functions are within 25 lines; at least 90.0%'])
})

test('comments are counted', () => {
  const root = plant({ 'relay/a.ts': '// one\n/* two\n three */\nwork() // four' })
  expect(measure(root).commentLines).toBe(4)
})
