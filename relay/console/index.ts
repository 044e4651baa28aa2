import type { Config } from '../config.ts'
import { createSecret } from '../lib/secret.ts'
import { type Accounts, accountsOf } from './access/accounts.ts'
import { Attempts } from './access/attempts.ts'
import { cookieFor } from './access/cookie.ts'
import { createDoor, type Door } from './access/door.ts'
import { createSignIn, type SigningIn } from './access/sign-in.ts'
import { SignIns } from './access/sign-ins.ts'
import { type Audit, createAudit } from './audit.ts'
import { People } from './people.ts'
import type { ConsoleStore } from './store.ts'
import { createStreams, type Streams, type StreamsParts } from './stream/index.ts'

/** How agents, operators and their programs come in. */
export interface Entrance {
  door: Door
  /** Undefined where nobody has an account. */
  signIn: SigningIn | undefined
  audit: Audit
  /** Nobody where there is a token only. */
  accounts: Accounts | undefined
  people: People
  streams: Streams
  close(): void
}

interface EntranceParts extends Omit<StreamsParts, 'people'> {
  config: Pick<Config, 'api' | 'console' | 'publicUrl'>
  store: StreamsParts['store'] & { console: ConsoleStore }
}

const minuteMs = 60_000

/** Undefined where the configuration lets nobody in. */
export async function createEntrance(parts: EntranceParts): Promise<Entrance | undefined> {
  const { config, clock } = parts
  const { api, console: settings, publicUrl } = config
  if (!api && !settings) return undefined
  const store = parts.store.console
  const cookie = cookieFor(publicUrl)
  const audit = createAudit(store, clock)
  const accounts = settings && accountsOf(settings)
  const lives = settings && {
    idleMs: settings.idleMinutes * minuteMs,
    wholeMs: settings.wholeHours * 60 * minuteMs
  }
  const signIns = accounts && lives && new SignIns({ store, accounts, lives, clock })
  const people = await People.remember(store, clock)
  const token = api && createSecret(api.token)
  return {
    door: createDoor({ token, signIns, cookie, origin: new URL(publicUrl).origin }),
    signIn:
      accounts &&
      signIns &&
      createSignIn({ accounts, attempts: new Attempts(), signIns, cookie, audit, clock }),
    audit,
    accounts,
    people,
    streams: createStreams({ ...parts, people }),
    close: () => signIns?.close()
  }
}
