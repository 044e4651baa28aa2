import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'

export const algorithms = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const
export type Algorithm = (typeof algorithms)[number]

const leastSecret = 32
const leastRsaBits = 2_048

/** A key to verify by, or what is wrong with it, in words that do not quote it. */
export function readKey(algorithm: Algorithm, text: string): KeyObject | string {
  if (algorithm === 'HS256') return readSecret(text)
  if (!text.includes('-----BEGIN PUBLIC KEY-----'))
    return `${algorithm} wants a public key: -----BEGIN PUBLIC KEY-----`
  try {
    const key = createPublicKey(text)
    return fits(algorithm, key) ? key : `not a key for ${algorithm}: ${wanted[algorithm]}`
  } catch {
    return 'not a key that can be read'
  }
}

/** A public key is no secret: who takes one for it can be lied to by everybody who has it. */
function readSecret(text: string): KeyObject | string {
  if (text.includes('-----BEGIN')) return 'HS256 wants a secret, and this is a key of another algorithm'
  if (text.length < leastSecret) return `a secret for HS256 has at least ${leastSecret} characters`
  return createSecretKey(text, 'utf8')
}

const wanted = {
  RS256: `RSA of at least ${leastRsaBits} bits`,
  ES256: 'the elliptic curve P-256',
  EdDSA: 'Ed25519'
} as const

function fits(
  algorithm: keyof typeof wanted,
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject
): boolean {
  switch (algorithm) {
    case 'RS256':
      return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits
    case 'ES256':
      return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'
    case 'EdDSA':
      return asymmetricKeyType === 'ed25519'
    default:
      return algorithm satisfies never
  }
}
