import type { Configuration } from 'openid-client'
import type { Config } from '../../../config.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Begun } from './away.ts'
import { createOutbound, type Outbound } from './outbound.ts'
import { type Trouble, troubleOf } from './trouble.ts'

export type OidcSettings = NonNullable<NonNullable<Config['console']>['oidc']>

/** What the issuer says of somebody. */
export type Claims = Readonly<Record<string, unknown>>

export interface Issuer {
  /** Where a browser is sent to sign in. */
  address(begun: Begun, afresh: boolean): Promise<URL | Trouble>
  /** Of whom it sent back to this address. */
  claims(at: URL, begun: Begun): Promise<Claims | Trouble>
  close(): Promise<void>
}

interface IssuerParts {
  settings: OidcSettings
  /** Where it sends browsers back to. */
  redirectUri: string
  clock: Clock
}

/** So long its metadata is taken for what it is. */
const knownMs = 3_600_000
/** So long a failure is: many who press a button are one call. */
const restMs = 2_000
/** Clocks may differ by this. */
const toleranceSeconds = 60

type Library = typeof import('openid-client')
interface Known {
  library: Library
  configuration: Configuration
}

/** Asked when somebody wants in, and not before: the relay starts as quickly, and starts, without it. */
export function createIssuer({ settings, redirectUri, clock }: IssuerParts): Issuer {
  const outbound = createOutbound(settings.issuer, settings.timeoutMs)
  const wanted = wantedOf(settings)
  let known: Promise<Known> | undefined
  let until = 0

  function know(): Promise<Known> {
    if (known && clock.now() < until) return known
    until = clock.now() + knownMs
    known = discover(settings, outbound)
    known.catch(() => {
      until = clock.now() + restMs
    })
    return known
  }
  async function addressOf({ state, nonce, verifier }: Begun, afresh: boolean): Promise<URL> {
    const { library, configuration } = await know()
    const url = library.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: settings.scopes.join(' '),
      state,
      nonce,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(afresh && { prompt: 'login' })
    })
    if (!outbound.allows(url)) throw new Error('the issuer wants browsers sent where nothing is encrypted')
    return url
  }
  async function claimsAt(at: URL, { state, nonce, verifier }: Begun): Promise<Claims> {
    const { library, configuration } = await know()
    const told = await library.authorizationCodeGrant(configuration, at, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true
    })
    const claims = told.claims()
    if (!claims) throw new Error('an ID token was expected')
    const has = wanted.every(name => claims[name] !== undefined)
    if (has || configuration.serverMetadata().userinfo_endpoint === undefined) return claims
    return { ...claims, ...(await library.fetchUserInfo(configuration, told.access_token, claims.sub)) }
  }
  return {
    address: (begun, afresh) => addressOf(begun, afresh).catch(troubleOf),
    claims: (at, begun) => claimsAt(at, begun).catch(troubleOf),
    close: () => outbound.close()
  }
}

async function discover(settings: OidcSettings, outbound: Outbound): Promise<Known> {
  const library = await import('openid-client')
  const { clientId, clientSecret, secretIn, timeoutMs } = settings
  const issuer = new URL(settings.issuer)
  const configuration = await library.discovery(
    issuer,
    clientId,
    { [library.clockTolerance]: toleranceSeconds },
    clientSecret === undefined ? library.None() : proof(library, clientSecret, secretIn),
    {
      [library.customFetch]: outbound.fetch,
      // More than any call may take: `outbound` ends each.
      timeout: Math.ceil((timeoutMs * 4) / 1_000),
      // The library does not look at the signature of what comes over TLS; what comes without it, or by a proxy, is no better for that.
      execute: [
        library.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [library.allowInsecureRequests] : [])
      ]
    }
  )
  return { library, configuration }
}

const proof = (library: Library, secret: string, secretIn: OidcSettings['secretIn']) =>
  secretIn === 'header' ? library.ClientSecretBasic(secret) : library.ClientSecretPost(secret)

/** Without these it is not known who somebody is; what the ID token lacks of them, the issuer is asked for. */
const wantedOf = ({ claim, unverifiedEmail, newcomers }: OidcSettings): readonly string[] => [
  claim,
  ...(claim === 'email' && !unverifiedEmail ? ['email_verified'] : []),
  ...(newcomers ? [newcomers.claim, 'name'] : [])
]
