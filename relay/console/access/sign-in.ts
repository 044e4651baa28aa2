import { z } from 'zod'
import type { Clock } from '../../lib/clock.ts'
import { isPassword } from '../../lib/password.ts'
import { badRequest, notStored, ok } from '../answers.ts'
import type { Audit } from '../audit.ts'
import type { Account, Accounts } from './accounts.ts'
import { type Admission, type From, type Signed, tooOften } from './admission.ts'
import type { Attempts } from './attempts.ts'
import type { Cookie } from './cookie.ts'
import type { Oidc } from './oidc/index.ts'

/** A password costs memory and time to check: so many at once, from wherever they come. */
const atOnce = 4
const busyMs = 1_000

const body = z.strictObject({ name: z.string().max(100), password: z.string().max(1_000) })

interface SignInParts {
  accounts: Accounts
  attempts: Attempts
  admission: Admission
  cookie: Cookie
  audit: Audit
  clock: Clock
  /** May somebody come in by a password? */
  passwords: boolean
  oidc: Oidc | undefined
}

/** Whoever is told this does not learn whether there is such an account. */
const wrong: Signed = {
  answer: { status: 401, body: { error: 'wrong', says: 'the name or the password is wrong' } }
}
const noPasswords: Signed = {
  answer: { status: 403, body: { error: 'noPasswords', says: 'nobody signs in with a password here' } }
}

/** Signs in, and out again. */
export function createSignIn(parts: SignInParts) {
  const { accounts, attempts, admission, cookie, audit, clock, passwords, oidc } = parts
  let checking = 0

  async function check(name: string, password: string): Promise<Account | undefined> {
    const account = accounts.find(name)
    checking += 1
    try {
      return (await isPassword(password, account?.hash)) ? account : undefined
    } finally {
      checking -= 1
    }
  }
  async function begin(account: Account, header: string | undefined): Promise<Signed> {
    await admission.endFormer(header)
    return admission.admit(account)
  }
  return {
    oidc,
    /** By which ways somebody may come in. */
    ways: () => ok({ passwords, ...(oidc && { oidc: { label: oidc.label } }) }),
    async in(given: unknown, { network, cookie: header }: From): Promise<Signed> {
      if (!passwords) return noPasswords
      const read = body.safeParse(given)
      if (!read.success) return { answer: badRequest(read.error) }
      const { name, password } = read.data
      const waitMs = checking >= atOnce ? busyMs : attempts.waitMs(name, network, clock.now())
      if (waitMs > 0) return { answer: tooOften(waitMs) }
      // Counted before it is known, so that many at once are not free; taken back when it was right.
      attempts.failed(name, network, clock.now())
      const account = await check(name, password)
      const done = await audit.note({ who: account?.name ?? 'nobody', what: 'sign-in', network }, async () =>
        account ? begin(account, header) : wrong
      )
      if (done === undefined) return { answer: notStored }
      if (account) attempts.succeeded(name, network)
      return done
    },
    async out({ cookie: header }: From): Promise<Signed> {
      const ended = await admission.endFormer(header)
      return ended ? { answer: ok({}), setCookie: cookie.drop() } : { answer: notStored }
    }
  }
}

export type SigningIn = ReturnType<typeof createSignIn>
