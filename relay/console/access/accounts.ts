import type { Config } from '../../config.ts'
import { Lru } from '../../lib/lru.ts'

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
}

export interface Accounts {
  /** Undefined when there is none of this name, or it is disabled. */
  find(name: string): Account | undefined
  /** Whom the issuer's claim means; undefined likewise. */
  called(said: string): Account | undefined
  /** Gives an account, while the relay runs, to who has none; undefined where they could be taken for somebody else. */
  welcome(newcomer: Account): Account | undefined
}

type Settings = NonNullable<Config['console']>

/** They could all be here at once; whoever was longest away comes in anew. */
const newcomersAtOnce = 10_000
/** What the audit log calls who has no account. */
const taken = ['api', 'nobody']

export function accountsOf({ accounts, oidc }: Settings): Accounts {
  const all = accounts.map(one => ({ ...one, shown: one.shown ?? one.name }))
  const able = all.filter(({ disabled }) => !disabled)
  const byName = new Map(able.map(one => [one.name, one]))
  const same = sameness(oidc?.claim)
  const byClaim = new Map(able.map(one => [same(one.oidc ?? one.name), one]))
  const newcomers = new Newcomers(all)
  return {
    find: name => byName.get(name) ?? newcomers.find(name),
    called: said => byClaim.get(same(said)),
    welcome: newcomer => newcomers.welcome(newcomer)
  }
}

/** An email in other letters is the same one. */
const sameness = (claim: string | undefined) => (said: string) =>
  claim === 'email' ? said.toLowerCase() : said

/** Who is in without an account in the configuration. */
class Newcomers {
  readonly #names: ReadonlySet<string>
  readonly #shown: Map<string, string>
  readonly #known = new Lru<string, Account>(newcomersAtOnce)

  /** Of those who are disabled, too, nobody may take the place. */
  constructor(all: readonly { name: string; shown: string; oidc?: string | undefined }[]) {
    this.#names = new Set([...taken, ...all.flatMap(({ name, oidc = name }) => [name, oidc]).map(small)])
    this.#shown = new Map(all.map(({ name, shown }) => [shown, name]))
  }

  find(name: string): Account | undefined {
    return this.#known.get(name)
  }

  welcome({ name, shown, role }: Account): Account | undefined {
    if (this.#names.has(small(name))) return undefined
    // By what is shown agents are told apart.
    const free = [shown, name].find(one => (this.#shown.get(one) ?? name) === name)
    if (free === undefined) return undefined
    const account = { name, shown: free, role }
    this.#shown.set(free, name)
    this.#known.set(name, account)
    return account
  }
}

const small = (text: string): string => text.toLowerCase()
