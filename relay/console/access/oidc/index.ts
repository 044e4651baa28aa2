import { z } from 'zod'
import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import { type ApiAnswer, badRequest, ok } from '../../answers.ts'
import type { Audit } from '../../audit.ts'
import type { Account, Accounts } from '../accounts.ts'
import { type Admission, type From, type Signed, tooOften } from '../admission.ts'
import type { Attempts } from '../attempts.ts'
import { type Begun, createAway } from './away.ts'
import { type Claims, createIssuer, type OidcSettings } from './issuer.ts'
import { Trouble } from './trouble.ts'
import { type NotIn, whose } from './whose.ts'

/** Why somebody who has come back is not in, in the words of the page's address. */
type Why = Trouble['why'] | NotIn | 'late' | 'wait' | 'notStored'

/** What becomes of a browser that has come back: it goes on to the console, in or told why not. */
interface Back {
  why?: Why
  setCookies: readonly string[]
}

export interface Oidc {
  /** What stands on the button. */
  label: string
  /** Answers where to go, and what to keep until one is back. */
  begin(given: unknown, from: From): Promise<Signed>
  /** `search`: what stands behind the `?`. */
  back(search: string, from: From): Promise<Back>
  close(): Promise<void>
}

interface OidcParts {
  settings: OidcSettings
  publicUrl: string
  /** What the hashes are keyed with. */
  secret: string
  accounts: Accounts
  admission: Admission
  attempts: Attempts
  audit: Audit
  clock: Clock
  log: Log
}

/** `afresh`: whoever is there already is asked again who they are, and may be somebody else. */
const body = z.strictObject({ afresh: z.boolean().default(false) })

/** Those who are being asked about at once, from wherever they come. */
const atOnce = 16
/** The address to tell the issuer. */
export const redirectUriOf = (publicUrl: string): string => `${publicUrl}/api/v1/sign-in/oidc/return`

/** Signs in whom an issuer knows. */
export function createOidc(parts: OidcParts): Oidc {
  const { settings, publicUrl, attempts, admission, clock, log } = parts
  const redirectUri = redirectUriOf(publicUrl)
  const issuer = createIssuer({ settings, redirectUri, clock })
  const bound = [settings.issuer, settings.clientId, redirectUri]
  const away = createAway({ publicUrl, secret: parts.secret, bound, clock })
  let asking = 0

  async function ask(at: URL, begun: Begun): Promise<Claims | Trouble> {
    asking += 1
    try {
      return await issuer.claims(at, begun)
    } finally {
      asking -= 1
    }
  }
  return {
    label: settings.label,
    async begin(given, { network, cookie }) {
      const read = body.safeParse(given)
      if (!read.success) return { answer: badRequest(read.error) }
      const waitMs = attempts.waitMs(undefined, network, clock.now())
      if (waitMs > 0) return { answer: tooOften(waitMs) }
      const { setCookie, ...begun } = away.begin()
      const to = await issuer.address(begun, read.data.afresh)
      if (to instanceof Trouble) {
        log.warn({ reason: to.reason }, 'nobody can be sent to the issuer to sign in')
        return { answer: unreachable }
      }
      await admission.endFormer(cookie)
      return { answer: ok({ to: to.href }), setCookie }
    },
    async back(search, { network, cookie }) {
      const at = new URL(redirectUri)
      at.search = search
      const begun = away.back(at, cookie)
      // What another page made, or another browser, changes nothing for this one.
      if (!begun) return { why: 'late', setCookies: [] }
      const busy = asking >= atOnce || attempts.waitMs(undefined, network, clock.now()) > 0
      const { why, setCookie }: Settled = busy
        ? { why: 'wait' }
        : await settle(parts, await ask(at, begun), network)
      const drop = away.drop()
      return { ...(why && { why }), setCookies: setCookie === undefined ? [drop] : [drop, setCookie] }
    },
    close: () => issuer.close()
  }
}

type Judged = { is: 'in'; account: Account } | { is: 'out'; why: Trouble['why'] | NotIn; reason: string }

function judge(said: Claims | Trouble, settings: OidcSettings, accounts: Accounts): Judged {
  if (said instanceof Trouble) return { is: 'out', why: said.why, reason: said.reason }
  const found = whose(said, settings, accounts)
  return typeof found === 'string' ? { is: 'out', why: found, reason: found } : { is: 'in', account: found }
}

/** What the audit log has of each, as of an answer to a password. */
const statuses = { denied: 401, failed: 401, down: 502, unverified: 403, noAccount: 403 } as const
const refusedWith = (why: keyof typeof statuses): ApiAnswer => ({ status: statuses[why], body: {} })

interface Settled {
  why?: Why
  setCookie?: string
}

async function settle(parts: OidcParts, said: Claims | Trouble, network: string): Promise<Settled> {
  const { settings, accounts, attempts, admission, audit, clock, log } = parts
  const found = judge(said, settings, accounts)
  const who = found.is === 'in' ? found.account.name : 'nobody'
  const done = await audit.note<Signed>({ who, what: 'sign-in', about: 'oidc', network }, async () =>
    found.is === 'in' ? admission.admit(found.account) : { answer: refusedWith(found.why) }
  )
  if (found.is === 'out') {
    // Neither a change of mind nor a service that is down is held against anybody.
    if (found.why !== 'denied' && found.why !== 'down') attempts.failed(undefined, network, clock.now())
    log.warn({ reason: found.reason }, 'somebody who came back from the issuer was not let in')
    return { why: found.why }
  }
  if (done?.setCookie === undefined) return { why: 'notStored' }
  attempts.succeeded(undefined, network)
  return { setCookie: done.setCookie }
}

const unreachable: ApiAnswer = {
  status: 502,
  body: { error: 'issuerDown', says: 'the sign-in service cannot be reached; try again in a moment' }
}
