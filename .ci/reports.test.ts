import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from './checks/plant.ts'
import { closing, countOf, nothing, sum } from './reports.ts'

function counted(report: object) {
  return countOf(join(plant({ 'report.json': JSON.stringify(report) }), 'report.json'))
}

test('the tests of vitest are counted; one that is left out is a skipped one', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  expect(counted(report)).toEqual({ passed: 5, failed: 1, skipped: 3 })
})

test('the tests of Playwright are counted; one that passes at the second try has failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }
  expect(counted(report)).toEqual({ passed: 5, failed: 2, skipped: 0 })
})

test('a run that wrote nothing counted nothing', () => {
  expect(countOf('/nowhere/report.json')).toEqual(nothing)
})

test('the last line names skipped tests only if there are any', () => {
  const some = { passed: 2, failed: 0, skipped: 0 }
  expect(closing(sum(some, some))).toBe('4 passed, 0 failed')
  expect(closing(sum(some, { ...nothing, skipped: 1 }))).toBe('2 passed, 0 failed, 1 skipped')
})
