import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashOf, isHash, isPassword } from './password.ts'

test('[A15] a password is its own hash’s and no other’s', async () => {
  const hash = await hashOf('correct horse battery')
  expect(hash).not.toContain('correct')
  expect(isHash(hash)).toBe(true)
  expect(await hashOf('correct horse battery')).not.toBe(hash)
  expect(await isPassword('correct horse battery', hash)).toBe(true)
  for (const other of ['', 'Correct horse battery', 'correct horse battery ', 'x'.repeat(1_000)])
    expect(await isPassword(other, hash)).toBe(false)
})

test('[A15] the same characters are the same password, however they are composed', async () => {
  expect(await isPassword('cafe\u0301 au lait', await hashOf('caf\u00e9 au lait'))).toBe(true)
})

test('[A15] it is scrypt as the standard has it', async () => {
  const salt = Buffer.alloc(16, 7)
  const key = scryptSync('pleaseletmein', salt, 32, { N: 1_024, r: 8, p: 1 })
  const hash = `scrypt$10$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
  expect(await isPassword('pleaseletmein', hash)).toBe(true)
})

test('[A15] no account has no password, not even an empty one', async () => {
  expect(await isPassword('', undefined)).toBe(false)
})

const made = (cost: string) => `scrypt$${cost}$${'A'.repeat(22)}$${'A'.repeat(43)}`
test.each([
  '',
  'secret',
  'scrypt$15$8$3$short$short',
  ...['22$32$1', '00$8$1', '15$0$1', '15$8$0', '15$00$3', '16$1$1'].map(made)
])('[A15] %s is no hash', text => expect(isHash(text)).toBe(false))

test('[A15] whatever is a hash can be asked for a password', async () => {
  for (const cost of ['01$1$1', '15$8$3', '15$1$1']) {
    expect(isHash(made(cost))).toBe(true)
    expect(await isPassword('anything', made(cost))).toBe(false)
  }
})
