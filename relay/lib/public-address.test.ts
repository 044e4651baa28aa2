import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

/** The special ranges once more, as arithmetic: first number, last number. */
const special: readonly (readonly [number, number])[] = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0000000, 0xc00000ff],
  [0xc0000200, 0xc00002ff],
  [0xc0586300, 0xc05863ff],
  [0xc0a80000, 0xc0a8ffff],
  [0xc6120000, 0xc613ffff],
  [0xc6336400, 0xc63364ff],
  [0xcb007100, 0xcb0071ff],
  [0xe0000000, 0xffffffff]
]

const bytes = (number: number) => [24, 16, 8, 0].map(shift => (number >>> shift) & 255)
const dotted = (number: number) => bytes(number).join('.')
const hex = (number: number) => `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`
const isSpecial = (number: number) => special.some(([first, last]) => number >= first && number <= last)
const anyNumber = fc.integer({ min: 0, max: 0xffffffff })
const specialNumber = fc
  .constantFrom(...special)
  .chain(([first, last]) => fc.integer({ min: first, max: last }))

test('[T16] an IPv4 address is public unless it is in a special range, to the very edges', () => {
  fc.assert(
    fc.property(fc.oneof(anyNumber, specialNumber), number => {
      expect(isPublicAddress(dotted(number))).toBe(!isSpecial(number))
    }),
    { numRuns: 2_000 }
  )
  for (const [first, last] of special) {
    for (const number of [first, last]) expect(isPublicAddress(dotted(number))).toBe(false)
    for (const number of [first - 1, last + 1]) {
      if (number < 0 || number > 0xffffffff || isSpecial(number)) continue
      expect(isPublicAddress(dotted(number)), dotted(number)).toBe(true)
    }
  }
})

test('[T16] however a URL spells an IPv4 address, it is the same number that is looked at', () => {
  const spellings = (number: number) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes(number)
    const octal = (part: number) => `0${part.toString(8)}`
    const hexadecimal = (part: number) => `0x${part.toString(16)}`
    return [
      String(number),
      hexadecimal(number),
      `0${number.toString(8)}`,
      [a, b, c, d].map(octal).join('.'),
      [a, b, c, d].map(hexadecimal).join('.'),
      `${a}.${number & 0xffffff}`,
      `${a}.${hexadecimal(b)}.${(c << 8) | d}`,
      `${dotted(number)}.`
    ]
  }
  fc.assert(
    fc.property(fc.oneof(anyNumber, specialNumber), number => {
      for (const spelling of spellings(number)) {
        const { hostname } = new URL(`https://${spelling}/`)
        expect(isPublicAddress(hostname), spelling).toBe(!isSpecial(number))
      }
    })
  )
})

test('[T16] no IPv6 address that carries an IPv4 one is public, whatever it carries', () => {
  const carriers = [
    (number: number) => `::ffff:${dotted(number)}`,
    (number: number) => `::ffff:${hex(number)}`,
    (number: number) => `::${dotted(number)}`,
    (number: number) => `::ffff:0:${hex(number)}`,
    (number: number) => `64:ff9b::${hex(number)}`,
    (number: number) => `64:ff9b:1::${hex(number)}`,
    (number: number) => `2002:${hex(number)}::1`,
    (number: number) => `2001:0:${hex(number)}::1`
  ]
  fc.assert(
    fc.property(fc.oneof(anyNumber, specialNumber), number => {
      for (const carrier of carriers) expect(isPublicAddress(carrier(number)), carrier(number)).toBe(false)
    })
  )
})

test('[T16] of IPv6 only what is given out is public', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map(part => part.toString(16))
  const rest = fc.array(group, { minLength: 7, maxLength: 7 }).map(parts => parts.join(':'))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), rest, (first, others) => {
      const given = first >= 0x2000 && first <= 0x3fff && ![0x2001, 0x2002, 0x3fff].includes(first)
      if (first === 0x2001 || first === 0x3fff) return
      expect(isPublicAddress(`${first.toString(16)}:${others}`)).toBe(given)
    }),
    { numRuns: 1_000 }
  )
  for (const address of ['2606:4700::1111', '2a00:1450:4001::8', '2001:4860:4860::8888', '2001:200::1'])
    expect(isPublicAddress(address), address).toBe(true)
  for (const address of [
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '2001:20::1',
    '2001:1ff::1',
    '3fff:fff::1',
    '2606:4700::1111%1',
    '2002::'
  ])
    expect(isPublicAddress(address), address).toBe(false)
})

test('[T16] what is no address at all is not public', () => {
  for (const text of [
    '',
    'localhost',
    '8.8.8',
    '8.8.8.8.8',
    '08.8.8.8',
    '8.8.8.8 ',
    '[::1]',
    '1.1.1.1/8',
    '::g'
  ])
    expect(isPublicAddress(text), text).toBe(false)
  fc.assert(fc.property(fc.string(), text => void isPublicAddress(text)))
})
