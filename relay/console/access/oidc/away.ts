import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Clock } from '../../../lib/clock.ts'
import { Lru } from '../../../lib/lru.ts'
import { sameSecret } from '../../../lib/secret.ts'
import { cookieFor } from '../cookie.ts'

/** What a sign-in that has begun is known by at the issuer. */
export interface Begun {
  state: string
  nonce: string
  /** PKCE's: who has the code alone has nothing. */
  verifier: string
}

/** For a second factor that has to be looked for; the cookie lives as long. */
const lifeSeconds = 600

/** When it began, and 32 random bytes: all that anybody keeps of it. */
const keptBegun = /^\d{1,15}\.[\w-]{43}$/

interface Beginnings {
  begin(now: number): Begun & { kept: string }
  /** Of the browser that kept this, if it is the one that was sent away with this state, and not too long ago. */
  find(kept: string, state: string, now: number): Begun | undefined
}

/** Browsers that have been sent away to sign in. */
export interface Away {
  begin(): Begun & { setCookie: string }
  /** Each once, and only of the browser that was sent away. */
  back(at: URL, cookie: string | undefined): Begun | undefined
  /** The `set-cookie` header of who is back. */
  drop(): string
}

interface AwayParts {
  publicUrl: string
  secret: string
  /** For which issuer, and where back to: what was begun for another is nothing here. */
  bound: readonly string[]
  clock: Clock
}

/** Those that have come back, for as long as they could again. */
const remembered = 10_000

export function createAway({ publicUrl, secret, bound, clock }: AwayParts): Away {
  const cookie = cookieFor(publicUrl, {
    name: 'footbridge-away',
    value: keptBegun,
    sameSite: 'Lax',
    seconds: lifeSeconds
  })
  const beginnings = createBeginnings(secret, bound)
  const spent = new Lru<string, true>(remembered)
  return {
    begin() {
      const { kept, ...begun } = beginnings.begin(clock.now())
      return { ...begun, setCookie: cookie.keep(kept) }
    },
    back({ searchParams }, header) {
      const kept = cookie.read(header)
      const state = searchParams.get('state') ?? ''
      const begun = kept === undefined ? undefined : beginnings.find(kept, state, clock.now())
      if (!begun || spent.get(begun.state)) return undefined
      spent.set(begun.state, true)
      return begun
    },
    drop: () => cookie.drop()
  }
}

function createBeginnings(secret: string, bound: readonly string[]): Beginnings {
  const key = Buffer.from(hkdfSync('sha256', secret, '', JSON.stringify(['sign-in away', ...bound]), 32))
  const part = (name: string, kept: string) =>
    createHmac('sha256', key).update(`${name} ${kept}`).digest('base64url')
  const begun = (kept: string): Begun => ({
    state: part('state', kept),
    nonce: part('nonce', kept),
    verifier: part('verifier', kept)
  })
  return {
    begin(now) {
      const kept = `${now}.${randomBytes(32).toString('base64url')}`
      return { kept, ...begun(kept) }
    },
    find(kept, state, now) {
      const found = begun(kept)
      const ageMs = now - Number(kept.split('.')[0])
      const isYoung = ageMs >= 0 && ageMs < lifeSeconds * 1_000
      return sameSecret(state, found.state) && isYoung ? found : undefined
    }
  }
}
