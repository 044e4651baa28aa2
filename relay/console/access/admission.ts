import { type ApiAnswer, notStored, ok } from '../answers.ts'
import type { Account } from './accounts.ts'
import type { Cookie } from './cookie.ts'
import type { SignIns } from './sign-ins.ts'

/** An answer, and what the browser is to keep from it on. */
export interface Signed {
  answer: ApiAnswer
  setCookie?: string
}

/** Where a request comes from, and its `cookie` header. */
export interface From {
  network: string
  cookie: string | undefined
}

/** What is the same, whichever way somebody has shown who they are. */
export interface Admission {
  admit(account: Account): Promise<Signed>
  /** A token from before is worth nothing any more, whoever had planted it. False when that could not be stored. */
  endFormer(header: string | undefined): Promise<boolean>
}

export function createAdmission(signIns: SignIns, cookie: Cookie): Admission {
  return {
    async admit(account) {
      const token = await signIns.begin(account)
      if (token === undefined) return { answer: notStored }
      const { name, shown, role } = account
      return { answer: ok({ name, shown, role }), setCookie: cookie.keep(token) }
    },
    async endFormer(header) {
      const before = cookie.read(header)
      return before === undefined || signIns.end(before)
    }
  }
}

export const tooOften = (waitMs: number): ApiAnswer => ({
  status: 429,
  body: { error: 'tooOften', says: 'too many attempts; wait a moment', waitMs }
})
