import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactNumber } from './exact-number.ts'
import { isJson, parseJson, readJson, writeJson } from './json.ts'

test.each([
  '9007199254740993',
  '[-12345678901234567890]',
  '{"id":12345678901234567890,"n":1}',
  '{"lat":-33.86882000000000123}',
  '[1e999,-1e-999,123456789012345678e-3]',
  '{"say":"a \\"12345678901234567890\\" b\\\\","id":12345678901234567890}',
  '{"12345678901234567890":"12345678901234567890"}'
])('[L5] %s is read, and written as it came', text => {
  const value = readJson(text)
  expect(isJson(value)).toBe(true)
  expect(writeJson(value)).toBe(text)
})

test.each([
  ['9007199254740992', 9_007_199_254_740_992],
  ['1.0', 1],
  ['-0', -0],
  ['1e3', 1_000],
  ['1.2e+25', 1.2e25],
  ['-1e+21', -1e21],
  ['0.1000000000000000', 0.1],
  ['1234567890123456e5', 123_456_789_012_345_600_000],
  ['"12345678901234567890"', '12345678901234567890']
])('[L5] %s needs no more than JavaScript has', (text, value) => {
  expect(readJson(text)).toBe(value)
})

test('[L5] a long whole number is written without an exponent, however round it is', () => {
  expect(String(readJson('1000000000000000000000'))).toBe('1000000000000000000000')
})

test('[L5] whatever is no JSON is none, and an abyss has its numbers too', () => {
  for (const text of [
    '',
    '{',
    '[12345678901234567890',
    '{12345678901234567890:1}',
    '[012345678901234567890]'
  ])
    expect(parseJson(text)).toBeUndefined()
  const abyss = `${'['.repeat(20_000)}12345678901234567890${']'.repeat(20_000)}`
  expect(isJson(parseJson(abyss))).toBe(false)
  const beside = parseJson(`{"__proto__":12345678901234567890,"abyss":${abyss},"id":12345678901234567890}`)
  expect(beside).toMatchObject({ id: new ExactNumber('12345678901234567890') })
  expect(Object.getPrototypeOf(beside)).toBe(Object.prototype)
})

test('[L5] a number that no part of ours knows is shown by its digits', () => {
  expect(JSON.stringify(readJson('[12345678901234567890]'))).toBe('["12345678901234567890"]')
  expect(String(readJson('12345678901234567890'))).toBe('12345678901234567890')
})

const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/)
const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    digits,
    fc.string().map(text => JSON.stringify(text)),
    fc.constantFrom('true', 'null'),
    fc.array(tie('value'), { maxLength: 4 }).map(all => `[${all.join()}]`),
    fc.dictionary(fc.stringMatching(/^k\w*["\\]?$/), tie('value'), { maxKeys: 4 }).map(
      all =>
        `{${Object.entries(all)
          .map(([key, one]) => `${JSON.stringify(key)}:${one}`)
          .join()}}`
    )
  )
})).value

test('[L5] any JSON is written with the numbers it came with', () => {
  fc.assert(
    fc.property(value, text => {
      const written = writeJson(readJson(text))
      expect(numbersIn(written)).toEqual(numbersIn(text))
      // A zero has no sign once it is written.
      expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(JSON.parse(text)))
    }),
    { numRuns: 2_000 }
  )
})

/** Each number in it as a fraction of whole numbers, which lose nothing. */
function numbersIn(text: string): string[] {
  const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  return (outside.match(/-?\d+(\.\d+)?(e[-+]?\d+)?/gi) ?? []).map(number => {
    const [, sign = '', whole = '', part = '', power = 0] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(number) ?? []
    const places = Number(power) - part.length + 1_100
    return BigInt(`${sign}${whole}${part}${'0'.repeat(places)}`).toString()
  })
}

test('[L5] an exact number is one in whatever is asked', () => {
  expect(readJson('12345678901234567890')).toEqual(new ExactNumber('12345678901234567890'))
})

test('[L5] whatever number of its own JavaScript writes, it reads as one', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
      expect(readJson(JSON.stringify(number))).toBe(number === 0 ? 0 : number)
    }),
    { numRuns: 5_000 }
  )
})
