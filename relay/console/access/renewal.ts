import { ok } from '../answers.ts'
import type { Audit } from '../audit.ts'
import type { People } from '../people.ts'
import type { Streams } from '../stream/index.ts'
import { type Account, type AccountSettings, type Accounts, markOf } from './accounts.ts'
import { changesOf } from './changes.ts'
import type { SignIns } from './sign-ins.ts'

interface RenewalParts {
  accounts: Accounts
  signIns: Pick<SignIns, 'keepOnly'>
  audit: Audit
  people: Pick<People, 'gone'>
  streams: Pick<Streams, 'look'>
}

/** What came of it. */
export interface Renewed {
  /** Each account that is not as it was, and what became of it: `anna: disabled`. */
  changes: readonly string[]
  /** What nobody is shown by any more. */
  left: readonly string[]
}

/** Has other accounts from now on; undefined when that could not be written down, and nothing was changed. */
export type Renew = (
  before: readonly AccountSettings[],
  after: readonly AccountSettings[]
) => Promise<Renewed | undefined>

/** The audit log has no more room than this for what changed at once. */
const longestAbout = 1_000

/** Takes what the configuration says of accounts now. Whoever's is not what it was is out. */
export function createRenewal({ accounts, signIns, audit, people, streams }: RenewalParts): Renew {
  async function renew(after: readonly AccountSettings[], changed: ReadonlySet<string>) {
    const unchanged = accounts.all().filter(({ name }) => !changed.has(name))
    // First, so that nobody who was out comes back by an account that is there again.
    if (!(await signIns.keepOnly(unchanged))) return undefined
    const were = accounts.all()
    accounts.renew(after)
    const left = goneFrom(were, accounts.all())
    people.gone(left.map(({ name }) => name))
    streams.look()
    return shownNoMore(left, accounts.all())
  }

  return async (before, after) => {
    const all = changesOf(before, after)
    const changes = all.map(({ name, says }) => `${name}: ${says}`)
    if (changes.length === 0) return { changes, left: [] }
    const about = changes.join('; ').slice(0, longestAbout)
    const done = await audit.note(
      { who: 'configuration', what: 'accounts', about, network: 'here' },
      async () => {
        const left = await renew(after, new Set(all.map(({ name }) => name)))
        return { left, answer: left ? ok({}) : { status: 503 } }
      }
    )
    return done?.left && { changes, left: done.left }
  }
}

/** Whoever is not there any more, or is not who they were. */
function goneFrom(were: readonly Account[], are: readonly Account[]): readonly Account[] {
  const marks = new Map(are.map(one => [one.name, markOf(one)]))
  return were.filter(one => marks.get(one.name) !== markOf(one))
}

/** Somebody else may be shown by it now: then it is theirs. */
function shownNoMore(gone: readonly Account[], are: readonly Account[]): readonly string[] {
  const shown = new Set(are.map(one => one.shown))
  return gone.map(one => one.shown).filter(one => !shown.has(one))
}
