import { expect, test } from 'vitest'
import { consoleSettings } from './console.ts'

const hash = `scrypt$15$8$3$${'a'.repeat(22)}$${'b'.repeat(43)}`
const issuer = { issuer: 'https://login.example.com', clientId: 'footbridge' }
const anna = { name: 'anna@example.com', role: 'agent' }

/** The path of each wrong key, and what is wrong with it. */
function problemsOf(settings: unknown): readonly string[] {
  const read = consoleSettings.safeParse(settings)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('[A24] an account needs no hash where the issuer lets it in, and one where nobody else does', () => {
  expect(problemsOf({ accounts: [anna], oidc: issuer })).toEqual([])
  expect(problemsOf({ accounts: [anna], oidc: issuer, passwords: false })).toEqual([])
  expect(problemsOf({ accounts: [{ ...anna, hash }] })).toEqual([])
  expect(problemsOf({ accounts: [anna] })).toEqual(['accounts.0.hash: needed, since there is no oidc'])
  expect(problemsOf({ accounts: [{ ...anna, hash }], passwords: false })).toEqual([
    'passwords: without oidc nobody could sign in'
  ])
})

test('[A19] no claim means two accounts', () => {
  const other = { name: 'other', role: 'agent', oidc: 'Anna@Example.com' }
  expect(problemsOf({ accounts: [anna, other], oidc: issuer })).toEqual([
    'accounts: there more than once: anna@example.com'
  ])
  expect(problemsOf({ accounts: [anna, other], oidc: { ...issuer, claim: 'sub' } })).toEqual([])
})

test.each([
  'http://login.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'ftp://login.example.com',
  'https://a:b@login.example.com',
  'https://login.example.com?x=1',
  'https://login.example.com/#x',
  'https://login.microsoftonline.com/common/v2.0',
  'https://login.microsoftonline.com/organizations',
  'login.example.com'
])('[A22] %s is no issuer to believe', address => {
  expect(problemsOf({ accounts: [anna], oidc: { ...issuer, issuer: address } })).not.toEqual([])
})

test.each([
  'https://login.example.com/realms/shop',
  'https://10.0.0.1:8443',
  'http://localhost:9000',
  'http://127.0.0.1:9000',
  'http://[::1]:9000',
  'https://login.microsoftonline.com/7d3c04d0-0000-0000-0000-000000000000/v2.0'
])('[A22] %s is one', address => {
  expect(problemsOf({ accounts: [anna], oidc: { ...issuer, issuer: address } })).toEqual([])
})
