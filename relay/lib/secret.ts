import { hash, timingSafeEqual } from 'node:crypto'

/** A secret that is asked for often: it compares in a time that tells nothing about where two strings differ. */
export interface Secret {
  is(given: string): boolean
}

export function createSecret(secret: string): Secret {
  const expected = digest(secret)
  return { is: given => timingSafeEqual(digest(given), expected) }
}

/** The same, for a secret that is asked for once. */
export const sameSecret = (given: string, expected: string): boolean => createSecret(expected).is(given)

const digest = (text: string): Buffer => hash('sha256', text, 'buffer')
