import { expect, test } from 'vitest'
import { checkChanges, isIdentity } from './check.ts'

const wrong: object[] = [
  { theme: 'pink' },
  { locale: 7 },
  { locale: '' },
  { page: 'here' },
  { page: { deep: {} } },
  { position: { side: 'top', x: 0, y: 0 } },
  { position: { side: 'left', x: '1px;color:red', y: 0 } },
  { position: null },
  { colour: 'red' },
  { toString: 'x' }
]
test.each(wrong)('[D3] %j cannot be set, and is named', changes => {
  expect(() => checkChanges(changes)).toThrow(Object.keys(changes)[0] ?? '')
})

test.each([undefined, null, 'dark', 7])('[D3] %j is no set of changes', changes => {
  expect(() => checkChanges(changes as never)).toThrow('changes')
})

test('[D3] what is right can be set', () => {
  const position = { side: 'start', x: 0, y: 40 } as const
  expect(() =>
    checkChanges({ locale: 'pt-BR', theme: 'auto', page: { plan: 'pro' }, position })
  ).not.toThrow()
})

test('[D3] an identity is a JWT, or how to get one', () => {
  expect([isIdentity('a.b.c'), isIdentity(() => 'a.b.c')]).toEqual([true, true])
  expect([isIdentity('somebody'), isIdentity({}), isIdentity(undefined)]).toEqual([false, false, false])
})
