import { Lru } from '../../lib/lru.ts'
import type { Account } from './accounts.ts'

/** They could all be here at once; whoever was longest away comes in anew. */
const atOnce = 10_000
/** What the audit log calls who has no account. */
const taken = ['api', 'nobody', 'configuration']

/** Whose names and shown names are somebody's already. */
interface Reserved {
  names: readonly string[]
  shown: ReadonlySet<string>
}

/** Who is in without an account in the configuration. */
export class Newcomers {
  readonly #known = new Lru<string, Account>(atOnce)
  /** Who is shown by what, whoever has been here. */
  readonly #shown = new Map<string, string>()

  find(name: string): Account | undefined {
    return this.#known.get(name)
  }

  all(): readonly Account[] {
    return this.#known.values()
  }

  /** Undefined where they could be taken for somebody else. */
  welcome({ name, shown, role }: Account, reserved: Reserved): Account | undefined {
    if (isTaken(name, reserved)) return undefined
    // By what is shown agents are told apart.
    const free = [shown, name].find(
      one => !reserved.shown.has(one) && (this.#shown.get(one) ?? name) === name
    )
    if (free === undefined) return undefined
    const account = { name, shown: free, role }
    this.#shown.set(free, name)
    this.#known.set(name, account)
    return account
  }

  /** Whoever could be taken for somebody of the configuration comes in anew, if at all. */
  makeRoom(reserved: Reserved): void {
    this.#known.deleteWhere((name, { shown }) => isTaken(name, reserved) || reserved.shown.has(shown))
  }
}

const isTaken = (name: string, { names }: Reserved): boolean =>
  [...taken, ...names].some(one => small(one) === small(name))

const small = (text: string): string => text.toLowerCase()
