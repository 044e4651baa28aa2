import type { Config } from '../../config.ts'

/** `agent` answers visitors; `operator` also sees and mends how the relay runs. */
export type Role = 'agent' | 'operator'

/** Who may sign in. */
export interface Account {
  /** What they sign in with, and what the audit log calls them. */
  name: string
  /** What visitors read. */
  shown: string
  role: Role
  hash: string
}

export interface Accounts {
  /** Undefined when there is none of this name, or it is disabled. */
  find(name: string): Account | undefined
}

export function accountsOf({ accounts }: NonNullable<Config['console']>): Accounts {
  const able = accounts.filter(({ disabled }) => !disabled)
  const byName = new Map(able.map(one => [one.name, { ...one, shown: one.shown ?? one.name }]))
  return { find: name => byName.get(name) }
}
