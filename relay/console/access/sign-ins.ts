import { hash, randomBytes } from 'node:crypto'
import type { Clock } from '../../lib/clock.ts'
import type { ConsoleStore, SignIn } from '../store.ts'
import { type Account, type Accounts, markOf } from './accounts.ts'

/** How long a sign-in lives: without use, and at all, ms. */
export interface Lives {
  idleMs: number
  wholeMs: number
}

/** That it is in use is written down no oftener than this, ms. */
const noteEveryMs = 60_000
const sweepEveryMs = 3_600_000

/** Browsers that are signed in. The store has hashes only: who reads it signs in nowhere. */
export class SignIns {
  readonly #store: ConsoleStore
  readonly #accounts: Accounts
  readonly #lives: Lives
  readonly #clock: Clock
  readonly #stop: () => void

  constructor({ store, accounts, lives, clock }: SignInParts) {
    this.#store = store
    this.#accounts = accounts
    this.#lives = lives
    this.#clock = clock
    this.#stop = clock.every(sweepEveryMs, () => void this.#sweep())
  }

  /** What the browser keeps from now on; undefined when it could not be stored. */
  async begin(account: Account): Promise<string | undefined> {
    const token = randomBytes(32).toString('base64url')
    const now = this.#clock.now()
    const kept = await this.#store.keepSignIn({
      hash: hashOf(token),
      account: account.name,
      mark: markOf(account),
      since: now,
      used: now
    })
    return kept ? token : undefined
  }

  /** Whose browser it is, as the configuration knows them now. To find it is to use it. */
  async find(token: string): Promise<Account | undefined> {
    const signIn = await this.#living(token)
    if (!signIn) return undefined
    const now = this.#clock.now()
    if (now - signIn.used >= noteEveryMs) await this.#store.useSignIn(signIn.hash, now)
    return this.#accountOf(signIn)
  }

  /** The same, for who only wants to know whether it has ended: to ask is not to use. */
  async look(token: string): Promise<Account | undefined> {
    const signIn = await this.#living(token)
    return signIn && this.#accountOf(signIn)
  }

  end(token: string): Promise<boolean> {
    return this.#store.endSignIn(hashOf(token))
  }

  /** Whoever is signed in to another account than these are now is signed out for good. False when it could not be stored. */
  keepOnly(accounts: readonly Account[]): Promise<boolean> {
    return this.#store.endSignInsBut(
      accounts.map(account => ({ account: account.name, mark: markOf(account) }))
    )
  }

  close(): void {
    this.#stop()
  }

  async #living(token: string): Promise<SignIn | undefined> {
    const signIn = await this.#store.signIn(hashOf(token))
    const now = this.#clock.now()
    const { idleMs, wholeMs } = this.#lives
    return signIn && now - signIn.since < wholeMs && now - signIn.used < idleMs ? signIn : undefined
  }

  /** The account that they have shown to be theirs: it may be another by now, under the same name. */
  #accountOf(signIn: SignIn): Account | undefined {
    const account = this.#accounts.find(signIn.account)
    return account && markOf(account) === signIn.mark ? account : undefined
  }

  async #sweep(): Promise<void> {
    const { idleMs, wholeMs } = this.#lives
    const now = this.#clock.now()
    await this.#store.sweepSignIns({ since: now - wholeMs, used: now - idleMs })
  }
}

interface SignInParts {
  store: ConsoleStore
  accounts: Accounts
  lives: Lives
  clock: Clock
}

const hashOf = (token: string): string => hash('sha256', token, 'base64url')
