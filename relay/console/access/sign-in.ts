import { z } from 'zod'
import type { Clock } from '../../lib/clock.ts'
import { isPassword } from '../../lib/password.ts'
import { type ApiAnswer, badRequest, notStored, ok } from '../answers.ts'
import type { Audit } from '../audit.ts'
import type { Account, Accounts } from './accounts.ts'
import type { Attempts } from './attempts.ts'
import type { Cookie } from './cookie.ts'
import type { SignIns } from './sign-ins.ts'

/** A password costs memory and time to check: so many at once, from wherever they come. */
const atOnce = 4
const busyMs = 1_000

const body = z.strictObject({ name: z.string().max(100), password: z.string().max(1_000) })

/** An answer, and what the browser is to keep from it on. */
export interface Signed {
  answer: ApiAnswer
  setCookie?: string
}

interface SignInParts {
  accounts: Accounts
  attempts: Attempts
  signIns: SignIns
  cookie: Cookie
  audit: Audit
  clock: Clock
}

/** Whoever is told this does not learn whether there is such an account. */
const wrong: Signed = {
  answer: { status: 401, body: { error: 'wrong', says: 'the name or the password is wrong' } }
}

/** Signs in with a name and a password, and out again. */
export function createSignIn({ accounts, attempts, signIns, cookie, audit, clock }: SignInParts) {
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
  async function begin(account: Account, before: string | undefined): Promise<Signed> {
    // A token from before is worth nothing any more, whoever had planted it.
    if (before !== undefined) await signIns.end(before)
    const token = await signIns.begin(account)
    if (token === undefined) return { answer: notStored }
    const { name, shown, role } = account
    return { answer: ok({ name, shown, role }), setCookie: cookie.keep(token) }
  }
  return {
    async in(given: unknown, { network, cookie: header }: From): Promise<Signed> {
      const read = body.safeParse(given)
      if (!read.success) return { answer: badRequest(read.error) }
      const { name, password } = read.data
      const waitMs = checking >= atOnce ? busyMs : attempts.waitMs(name, network, clock.now())
      if (waitMs > 0) return { answer: tooOften(waitMs) }
      // Counted before it is known, so that many at once are not free; taken back when it was right.
      attempts.failed(name, network, clock.now())
      const account = await check(name, password)
      const done = await audit.note({ who: account?.name ?? 'nobody', what: 'sign-in', network }, async () =>
        account ? begin(account, cookie.read(header)) : wrong
      )
      if (done === undefined) return { answer: notStored }
      if (account) attempts.succeeded(name, network)
      return done
    },
    async out({ cookie: header }: From): Promise<Signed> {
      const before = cookie.read(header)
      const ended = before === undefined || (await signIns.end(before))
      return ended ? { answer: ok({}), setCookie: cookie.drop() } : { answer: notStored }
    }
  }
}

/** Where a request comes from, and its `cookie` header. */
interface From {
  network: string
  cookie: string | undefined
}

export type SigningIn = ReturnType<typeof createSignIn>

const tooOften = (waitMs: number): ApiAnswer => ({
  status: 429,
  body: { error: 'tooOften', says: 'too many attempts; wait a moment', waitMs }
})
