import type { Database } from 'libsql'
import type { ConsoleStore, Deed, Presence, SignIn } from '../../console/store.ts'
import type { Committer } from './committer.ts'
import { change, insertion, query } from './query.ts'
import { kept, stored } from './stored.ts'

interface Row extends Omit<Deed, 'about' | 'outcome'> {
  about: string | null
  outcome: string | null
}

const deedOf = ({ about, outcome, ...row }: Row): Deed => ({
  ...row,
  ...(about !== null && { about }),
  ...(outcome !== null && { outcome })
})

/** Who is signed in to the console, and what was done there. */
export function createConsole(db: Database, committer: Committer): ConsoleStore {
  const keep = change<[string, string, string, number, number]>(
    db,
    'INSERT INTO sign_in (hash, account, mark, since, used) VALUES (?, ?, ?, ?, ?)'
  )
  const find = query<[string], SignIn>(
    db,
    'SELECT hash, account, mark, since, used FROM sign_in WHERE hash = ?'
  )
  const use = change<[number, string]>(db, 'UPDATE sign_in SET used = ? WHERE hash = ?')
  const end = change<[string]>(db, 'DELETE FROM sign_in WHERE hash = ?')
  const endBut = change<[string]>(
    db,
    `DELETE FROM sign_in WHERE (account, mark) NOT IN
       (SELECT value->>'account', value->>'mark' FROM json_each(?))`
  )
  const sweep = change<[number, number]>(db, 'DELETE FROM sign_in WHERE since < ? OR used < ?')
  const presences = query<[], { account: string; state: Presence }>(db, 'SELECT account, state FROM presence')
  const keepPresence = change<[string, string]>(db, 'INSERT OR REPLACE INTO presence VALUES (?, ?)')
  const begin = insertion<[number, string, string, string | null, string]>(
    db,
    'INSERT INTO deed (at, who, what, about, network) VALUES (?, ?, ?, ?, ?)'
  )
  const finish = change<[string, number]>(db, 'UPDATE deed SET outcome = ? WHERE id = ?')
  const list = query<[number, number], Row>(db, 'SELECT * FROM deed WHERE id < ? ORDER BY id DESC LIMIT ?')
  return {
    keepSignIn: ({ hash, account, mark, since, used }) =>
      stored(committer, () => keep(hash, account, mark, since, used)),
    signIn: async hash => find.one(hash),
    useSignIn: (hash, now) => stored(committer, () => use(now, hash)),
    endSignIn: hash => stored(committer, () => end(hash)),
    endSignInsBut: accounts => stored(committer, () => endBut(JSON.stringify(accounts))),
    sweepSignIns: ({ since, used }) => stored(committer, () => sweep(since, used)),
    presences: async () => presences.all().map(({ account, state }) => ({ account, state })),
    keepPresence: (account, state) => stored(committer, () => keepPresence(account, state)),
    begin: ({ at, who, what, about, network }) =>
      kept(committer, () => begin(at, who, what, about ?? null, network)),
    end: (id, outcome) => stored(committer, () => finish(outcome, id)),
    deeds: async ({ before = Number.MAX_SAFE_INTEGER, limit }) => list.all(before, limit).map(deedOf)
  }
}
