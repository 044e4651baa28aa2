import type { Config } from '../config.ts'
import type { Log } from '../lib/log.ts'
import { createSecret } from '../lib/secret.ts'
import { type Accounts, accountsOf } from './access/accounts.ts'
import { createAdmission } from './access/admission.ts'
import { Attempts } from './access/attempts.ts'
import { type Cookie, cookieFor } from './access/cookie.ts'
import { createDoor, type Door } from './access/door.ts'
import { createOidc } from './access/oidc/index.ts'
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
  config: Pick<Config, 'api' | 'console' | 'publicUrl' | 'secret'>
  store: StreamsParts['store'] & { console: ConsoleStore }
  log: Log
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
  const way = settings && createWay({ ...parts, settings, cookie, audit })
  const people = await People.remember(store, clock)
  const token = api && createSecret(api.token)
  return {
    door: createDoor({ token, signIns: way?.signIns, cookie, origin: new URL(publicUrl).origin }),
    signIn: way?.signIn,
    audit,
    accounts: way?.accounts,
    people,
    streams: createStreams({ ...parts, people }),
    close: () => way?.close()
  }
}

interface WayParts extends EntranceParts {
  settings: NonNullable<Config['console']>
  cookie: Cookie
  audit: Audit
}

/** The way in for people: with a password, by an issuer, or both. */
function createWay({ settings, cookie, audit, config, clock, log, store: { console: store } }: WayParts) {
  const { publicUrl, secret } = config
  const accounts = accountsOf(settings)
  const lives = { idleMs: settings.idleMinutes * minuteMs, wholeMs: settings.wholeHours * 60 * minuteMs }
  const signIns = new SignIns({ store, accounts, lives, clock })
  const admission = createAdmission(signIns, cookie)
  const shared = { accounts, admission, attempts: new Attempts(), audit, clock }
  const oidc = settings.oidc && createOidc({ ...shared, settings: settings.oidc, publicUrl, secret, log })
  return {
    accounts,
    signIns,
    signIn: createSignIn({ ...shared, cookie, passwords: settings.passwords, oidc }),
    close() {
      signIns.close()
      void oidc?.close()
    }
  }
}
