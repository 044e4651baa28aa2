/** One browser that is signed in. */
export interface SignIn {
  /** The hash of what its cookie holds. */
  hash: string
  account: string
  /** What the account was when it began. */
  mark: string
  /** ms since 1970: when it began, and when it was last known to be in use. */
  since: number
  used: number
}

/** May an agent be given visitors? */
export type Presence = 'available' | 'away'

/** Who did what, and when. Written before it is done; `outcome` is what became of it. */
export interface Deed {
  id: number
  /** ms since 1970 */
  at: number
  /** The account's name; `api` for whoever has the token. */
  who: string
  what: string
  /** The id of what it was done to. */
  about?: string | undefined
  network: string
  outcome?: string
}

/** What a store keeps for the console. Every promise is kept only after the change is durable; false: it is not stored. */
export interface ConsoleStore {
  keepSignIn(signIn: SignIn): Promise<boolean>
  signIn(hash: string): Promise<SignIn | undefined>
  useSignIn(hash: string, now: number): Promise<boolean>
  endSignIn(hash: string): Promise<boolean>
  /** All but those to these accounts, as they were then, are gone. */
  endSignInsBut(accounts: readonly Pick<SignIn, 'account' | 'mark'>[]): Promise<boolean>
  /** Those that began before `since`, or were last used before `used`, are gone. */
  sweepSignIns(before: { since: number; used: number }): Promise<boolean>

  /** What agents said of themselves last. */
  presences(): Promise<readonly { account: string; state: Presence }[]>
  keepPresence(account: string, state: Presence): Promise<boolean>

  /** Answers the deed's id; undefined when it is not stored. */
  begin(deed: Omit<Deed, 'id' | 'outcome'>): Promise<number | undefined>
  end(id: number, outcome: string): Promise<boolean>
  /** Newest first, those below `before` if it is there. */
  deeds(filter: { before?: number; limit: number }): Promise<readonly Deed[]>
}
