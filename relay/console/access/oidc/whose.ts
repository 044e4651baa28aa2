import type { Account, Accounts, Role } from '../accounts.ts'
import type { Claims, OidcSettings } from './issuer.ts'

/** Why somebody of whom the issuer said who they are is not let in. */
export type NotIn = 'unverified' | 'noAccount'

type Rules = Pick<OidcSettings, 'claim' | 'unverifiedEmail' | 'newcomers'>

/** ASCII alone: other letters that look like these, or are folded to them, are somebody else's. */
const written = /^[\x21-\x7e]{1,255}$/
const mayBeName = /^[\w.@+-]{1,100}$/

/** Whose account it is. An account that is disabled, gone, or never was is the same nothing. */
export function whose(claims: Claims, rules: Rules, accounts: Accounts): Account | NotIn {
  const said = claims[rules.claim]
  if (typeof said !== 'string' || !written.test(said)) return 'noAccount'
  // Before anything is looked up: whoever is told this learns nothing about accounts.
  if (rules.claim === 'email' && !rules.unverifiedEmail && !isTrue(claims['email_verified']))
    return 'unverified'
  return accounts.called(said) ?? newcomer(said, claims, { rules, accounts }) ?? 'noAccount'
}

function newcomer(
  said: string,
  claims: Claims,
  { rules: { claim, newcomers }, accounts }: { rules: Rules; accounts: Accounts }
): Account | undefined {
  const name = claim === 'email' ? said.toLowerCase() : said
  const role = newcomers && roleOf(claims[newcomers.claim], newcomers.roles)
  if (role === undefined || !mayBeName.test(name)) return undefined
  return accounts.welcome({ name, shown: shownOf(claims['name']) ?? name, role })
}

function roleOf(said: unknown, roles: Readonly<Record<string, Role>>): Role | undefined {
  const values = (Array.isArray(said) ? said : [said]).map(String)
  const given = values.filter(value => Object.hasOwn(roles, value)).map(value => roles[value])
  return given.includes('operator') ? 'operator' : given[0]
}

/** What visitors will read: a line of plain characters. */
function shownOf(name: unknown): string | undefined {
  const shown = typeof name === 'string' ? name.trim() : ''
  return shown.length > 0 && shown.length <= 80 && !/\p{C}/u.test(shown) ? shown : undefined
}

/** Some issuers write it as a text. */
const isTrue = (value: unknown): boolean => value === true || value === 'true'
