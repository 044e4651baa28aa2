import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { check } from './rules.ts'
import { repository } from './tree.ts'

test('every rule of the specification is tested, and every quoted rule exists', () => {
  expect(check(repository)).toEqual([])
})

const titled = (title: string) => `test(${title}, () => {})`

test('a missing specification is said', () => {
  expect(check(plant({ 'shared/a.test.ts': titled(`'[C7] x'`) }))).toEqual([
    'docs/SPEC.md is missing: it defines the rules that test titles quote'
  ])
})

test('rules in any of the usual forms are matched with titles in any form', () => {
  const root = plant({
    'docs/SPEC.md': '**[C1]** one, see [C9].\n- **[C2]** two\n### [C3] three\n| id | rule |\n| [C4] | four |',
    'docs/rules/more.md': '| C5 | five, unlike [C9] |',
    'relay/a.test.ts': `${titled(`'[C1][C2] said'`)}\n${titled('`[C3] ${1}`')}`,
    'relay/b.contract.ts': `test.each([1])('[C4][C5] each', () => {})`
  })
  expect(check(root)).toEqual([])
})

test('an untested rule, an unknown rule and a rule defined twice are found', () => {
  const root = plant({
    'docs/SPEC.md': '**[C1]** one\n**[C1]** again\n**[C2]** two',
    'relay/a.test.ts': `// [C2] in a comment is no test\n${titled(`'[C1] a'`)}\n${titled(`'[C8] b'`)}`
  })
  expect(check(root)).toEqual([
    'docs/SPEC.md defines [C1] twice',
    '[C2] of docs/SPEC.md is quoted by no test',
    'relay/a.test.ts quotes [C8], which docs/SPEC.md does not define'
  ])
})
