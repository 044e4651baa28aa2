import type { Secret } from '../../lib/secret.ts'
import type { Account, Role } from './accounts.ts'
import type { Cookie } from './cookie.ts'
import type { SignIns } from './sign-ins.ts'

/** Who acts: somebody who is signed in, or a program that has the token. */
export interface Actor {
  /** The account's name, or `api`. */
  name: string
  /** What visitors read; a program says itself for whom it acts. */
  shown?: string
  role: Role
}

/** A request, as far as it tells who is asking. */
export interface Asking {
  method: string
  headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Why nobody is let in: not known, or not by this way. */
export type Refused = { status: 401; error: 'unauthorized' } | { status: 403; error: 'forbidden' }

interface DoorParts {
  /** The token for programs, if there is one. */
  token: Secret | undefined
  signIns: SignIns | undefined
  cookie: Cookie
  /** Where the console's own page comes from. */
  origin: string
}

/** As browsers say it: our own page, or somebody who typed the address. */
const readers: ReadonlySet<unknown> = new Set(['same-origin', 'none'])

const unknown: Refused = { status: 401, error: 'unauthorized' }
const forbidden: Refused = { status: 403, error: 'forbidden' }

/** Who comes in, and by which way. */
export function createDoor({ token, signIns, cookie, origin }: DoorParts) {
  /**
   * A form or a picture of another site has neither our origin nor a header of its own. What it only reads it does not get
   * to see; where the browser says whose page is asking, it cannot even measure how long that takes.
   */
  function isOurs({ method, headers }: Asking): boolean {
    if (method === 'GET') return readers.has(headers['sec-fetch-site'] ?? 'none')
    return headers['origin'] === origin && headers['x-footbridge'] === 'console'
  }

  /** A bearer token counts alone: who sends one gets in by nothing else. */
  async function known(
    { headers: { authorization, cookie: header } }: Asking,
    find: (kept: string) => Promise<Account | undefined> | undefined
  ): Promise<Actor | undefined> {
    if (authorization !== undefined) {
      const given = /^Bearer (.+)$/.exec(String(authorization))?.[1] ?? ''
      return token?.is(given) ? { name: 'api', role: 'operator' } : undefined
    }
    const kept = cookie.read(typeof header === 'string' ? header : undefined)
    const account = kept === undefined ? undefined : await find(kept)
    return account && { name: account.name, shown: account.shown, role: account.role }
  }

  return {
    isOurs,
    async who(asking: Asking): Promise<Actor | Refused> {
      const actor = await known(asking, kept => signIns?.find(kept))
      if (!actor) return unknown
      return actor.shown === undefined || isOurs(asking) ? actor : forbidden
    },
    /** Whether who came in once may still be here. To ask is not to use the sign-in. */
    async mayStay(asking: Asking): Promise<boolean> {
      return (await known(asking, kept => signIns?.look(kept))) !== undefined
    }
  }
}

export type Door = ReturnType<typeof createDoor>

export const isRefused = (one: Actor | Refused): one is Refused => 'status' in one
