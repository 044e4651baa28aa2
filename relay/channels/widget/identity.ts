import type { KeyObject } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'

/** Who may say, for a site, who a visitor is. */
export interface IdentityRules {
  site: string
  /** The one algorithm that is taken, whatever a token says of itself. */
  algorithm: string
  /** One, or two while one replaces the other. */
  keys: readonly KeyObject[]
  /** Nobody talks here without an identity. */
  required: boolean
}

/** A visitor as the website's server knows them. */
export interface Identity {
  sub: string
  name?: string | undefined
  email?: string | undefined
  avatar?: string | undefined
}

/** `why` is for the operator: a visitor is told no more than that it was refused. */
export type Identified = ({ ok: true } & Identity) | { ok: false; why: string }

/** Two clocks may differ by so much. */
const leewaySeconds = 60
const longestSeconds = 3_600

/** What is wrong about the person costs itself and not the whole. */
const person = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
  email: z.email().max(254).optional().catch(undefined),
  avatar: z
    .url({ protocol: /^https$/ })
    .max(2_048)
    .optional()
    .catch(undefined)
})

/**
 * Is this JWT one of the website's own, for this site, and fresh? What its header says of keys (`kid`, `jku`, `jwk`, `x5u`)
 * is not read, and a `crit` is refused.
 */
export async function verifyIdentity(rules: IdentityRules, jwt: string, now: number): Promise<Identified> {
  let why = 'no key'
  for (const key of rules.keys) {
    const read = await verifyWith(rules, key, jwt, now)
    if (typeof read !== 'string') return identified(read, now)
    why = read
    if (why !== wrongKey) break
  }
  return { ok: false, why }
}

const wrongKey = new errors.JWSSignatureVerificationFailed().code

async function verifyWith(
  { site, algorithm }: IdentityRules,
  key: KeyObject,
  jwt: string,
  now: number
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: [algorithm],
      audience: site,
      clockTolerance: leewaySeconds,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp']
    })
    return payload
  } catch (error) {
    return error instanceof errors.JOSEError ? wordsOf(error) : 'not a JWT'
  }
}

/** The code, and which claim it was; never what stood in it. */
const wordsOf = (error: errors.JOSEError): string =>
  'claim' in error && typeof error.claim === 'string' ? `${error.code} ${error.claim}` : error.code

function identified(payload: JWTPayload, now: number): Identified {
  const seconds = now / 1_000
  const { exp = 0, iat = 0 } = payload
  if (exp > seconds + longestSeconds + leewaySeconds)
    return { ok: false, why: 'exp is more than an hour ahead' }
  if (typeof iat !== 'number' || iat > seconds + leewaySeconds)
    return { ok: false, why: 'iat is in the future' }
  const read = person.safeParse(payload)
  return read.success ? { ok: true, ...read.data } : { ok: false, why: 'sub is not 1 to 200 characters' }
}
