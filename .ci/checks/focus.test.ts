import { expect, test } from 'vitest'
import { check } from './focus.ts'
import { plant } from './plant.ts'
import { repository } from './tree.ts'

test('no test is left out and none is run again', () => {
  expect(check(repository)).toEqual([])
})

const call = (callee: string) => `\n${callee}('a visitor waits', () => {})`

test.each([
  ['relay/a.test.ts', 'test.only'],
  ['relay/a.test.ts', 'it.skip'],
  ['relay/a.test.ts', 'describe.todo'],
  ['relay/a.contract.ts', 'test.skipIf(true)'],
  ['relay/a.test.ts', 'test.each([1]).skip'],
  ['widget/a.test.tsx', 'describe.concurrent.only'],
  ['e2e/journeys/a.spec.ts', 'test.fixme'],
  ['e2e/journeys/a.spec.ts', 'test.describe.only'],
  ['relay/a.test.ts', 'xit']
])('%s with %s is found', (path, callee) => {
  expect(check(plant({ [path]: call(callee) }))).toEqual([expect.stringContaining(`${path}:2 `)])
})

test('retries are found', () => {
  const config = (retries: string) =>
    plant({ 'e2e/playwright.config.ts': `export default { retries: ${retries} }` })
  expect(check(config('2'))).toEqual([expect.stringContaining('runs failed tests again')])
  expect(check(config('process.env.CI ? 2 : 0'))).toEqual([
    expect.stringContaining('runs failed tests again')
  ])
  expect(check(config('0'))).toEqual([])
})
