import { hash } from 'node:crypto'
import type { Config } from '../../config.ts'
import { Newcomers } from './newcomers.ts'

/** `agent` answers visitors; `operator` also sees and mends how the relay runs. */
export type Role = 'agent' | 'operator'

/** Who may sign in. */
export interface Account {
  /** What they sign in with, and what the audit log calls them. */
  name: string
  /** What visitors read. */
  shown: string
  role: Role
  /** Of their password, if they have one. */
  hash?: string | undefined
  /** What the issuer's claim calls them, where that is not the name. */
  oidc?: string | undefined
}

/** As the configuration has them. */
export type AccountSettings = NonNullable<Config['console']>['accounts'][number]

export interface Accounts {
  /** Undefined when there is none of this name, or it is disabled. */
  find(name: string): Account | undefined
  /** Whom the issuer's claim means; undefined likewise. */
  called(said: string): Account | undefined
  /** Gives an account, while the relay runs, to who has none; undefined where they could be taken for somebody else. */
  welcome(newcomer: Account): Account | undefined
  /** Everybody who may sign in now. */
  all(): readonly Account[]
  /** Knows these from now on. Newcomers stay, but for those whose name somebody else has now. */
  renew(settings: readonly AccountSettings[]): void
}

/** `claim`: what the issuer is asked for, if there is one. */
export function createAccounts(settings: readonly AccountSettings[], claim: string | undefined): Accounts {
  let book = bookOf(settings, claim)
  const newcomers = new Newcomers()
  return {
    find: name => book.byName.get(name) ?? newcomers.find(name),
    called: said => book.byClaim.get(sameness(claim)(said)),
    welcome: newcomer => newcomers.welcome(newcomer, book),
    all: () => [...book.byName.values(), ...newcomers.all()],
    renew(now) {
      book = bookOf(now, claim)
      newcomers.makeRoom(book)
    }
  }
}

/** Everything that makes an account what it is, in one value: who signed in to another is not signed in to this one. */
export const markOf = ({ name, role, shown, hash: password, oidc = name }: Account): string =>
  hash('sha256', JSON.stringify([role, shown, password ?? null, oidc]), 'base64url')

/** The accounts of the configuration. Of those who are disabled, too, nobody may take the place. */
function bookOf(settings: readonly AccountSettings[], claim: string | undefined) {
  const all = settings.map(one => ({ ...one, shown: one.shown ?? one.name }))
  const able = all.filter(({ disabled }) => !disabled)
  const same = sameness(claim)
  return {
    byName: new Map<string, Account>(able.map(one => [one.name, one])),
    byClaim: new Map<string, Account>(able.map(one => [same(one.oidc ?? one.name), one])),
    names: all.flatMap(({ name, oidc = name }) => [name, oidc]),
    shown: new Set(all.map(({ shown }) => shown))
  }
}

/** An email in other letters is the same one. */
const sameness = (claim: string | undefined) => (said: string) =>
  claim === 'email' ? said.toLowerCase() : said
