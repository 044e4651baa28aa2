import { expect, test } from 'vitest'
import { compare, endOf, isNothing, nothing, sum } from './compare.ts'

const said = ['one', 'two', 'three', 'four']

test.each([
  ['nothing is wrong', said, {}],
  ['one is missing in the middle', ['one', 'three', 'four'], { lost: 1 }],
  ['the end is missing', ['one', 'two'], { lost: 2 }],
  ['all is missing', [], { lost: 4 }],
  ['one is there twice', ['one', 'two', 'two', 'three', 'four'], { doubled: 1 }],
  ['one comes back at the end', [...said, 'one', 'one'], { doubled: 2 }],
  ['two have changed places', ['one', 'three', 'two', 'four'], { reordered: 1 }],
  ['all is the other way round', said.toReversed(), { reordered: 3 }],
  ['somebody else speaks', ['one', 'two', 'what?', 'three', 'four'], { foreign: 1 }],
  ['one is there in place of another', ['one', 'two', 'two', 'four'], { lost: 1, doubled: 1 }]
])('[X16] of what was said, %s', (_, found, findings) => {
  expect(compare(said, found)).toEqual({ ...nothing, ...findings })
})

test.each([
  ['the end', ['three', 'four'], ['three', 'four']],
  ['the end with a hole', ['two', 'four'], ['two', 'three', 'four']],
  ['the end in disorder', ['four', 'three'], ['three', 'four']],
  ['nothing', [], ['four']]
])('[X16] a screen that shows %s', (_, found, expected) => {
  expect(endOf(said, found, true)).toEqual(expected)
})

test('[X16] a screen on which others have spoken for long may show nothing of somebody', () => {
  expect(endOf(said, [], false)).toEqual([])
  expect(endOf([], [], true)).toEqual([])
})

test('[X16] what is found in several places adds up', () => {
  const found = sum([{ ...nothing, lost: 2 }, { ...nothing, lost: 1, foreign: 1 }, nothing])
  expect(found).toEqual({ ...nothing, lost: 3, foreign: 1 })
  expect(isNothing(found)).toBe(false)
  expect(isNothing(sum([]))).toBe(true)
})
