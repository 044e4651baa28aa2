import type { Config } from '../config.ts'
import type { Log } from '../lib/log.ts'
import { createSecret } from '../lib/secret.ts'
import { type Accounts, createAccounts } from './access/accounts.ts'
import { createAdmission } from './access/admission.ts'
import { Attempts } from './access/attempts.ts'
import { type Cookie, cookieFor } from './access/cookie.ts'
import { createDoor, type Door } from './access/door.ts'
import { createOidc } from './access/oidc/index.ts'
import { createRenewal, type Renew, type Renewed } from './access/renewal.ts'
import { createSignIn, type SigningIn } from './access/sign-in.ts'
import { SignIns } from './access/sign-ins.ts'
import { type Audit, createAudit } from './audit.ts'
import { People } from './people.ts'
import type { ConsoleStore } from './store.ts'
import { createStreams, type Streams, type StreamsParts } from './stream/index.ts'

type ConsoleSettings = NonNullable<Config['console']>

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
  /** Replies that are ready. */
  canned(): ConsoleSettings['canned']
  /** Has other accounts and canned replies from now on; undefined where nobody has an account. */
  renew: ((settings: ConsoleSettings) => Promise<Renewed | undefined>) | undefined
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
  const people = await People.remember(store, clock)
  const streams = createStreams({ ...parts, people })
  const way = settings && (await createWay({ ...parts, settings, cookie, audit, people, streams }))
  const token = api && createSecret(api.token)
  return {
    door: createDoor({ token, signIns: way?.signIns, cookie, origin: new URL(publicUrl).origin }),
    signIn: way?.signIn,
    audit,
    accounts: way?.accounts,
    people,
    streams,
    canned: () => way?.canned() ?? [],
    renew: way?.renew,
    close: () => way?.close()
  }
}

interface WayParts extends EntranceParts {
  settings: ConsoleSettings
  cookie: Cookie
  audit: Audit
  people: People
  streams: Streams
}

/** The way in for people: with a password, by an issuer, or both. */
async function createWay(parts: WayParts) {
  const { settings, cookie, audit, config, clock, log, store } = parts
  const { publicUrl, secret } = config
  const accounts = createAccounts(settings.accounts, settings.oidc?.claim)
  const lives = { idleMs: settings.idleMinutes * minuteMs, wholeMs: settings.wholeHours * 60 * minuteMs }
  const signIns = new SignIns({ store: store.console, accounts, lives, clock })
  // Whoever's account is gone, or another, would be in again once it is as it was.
  if (!(await signIns.keepOnly(accounts.all()))) log.error({}, 'sign-ins of others could not be ended')
  const admission = createAdmission(signIns, cookie)
  const shared = { accounts, admission, attempts: new Attempts(), audit, clock }
  const oidc = settings.oidc && createOidc({ ...shared, settings: settings.oidc, publicUrl, secret, log })
  return {
    accounts,
    signIns,
    signIn: createSignIn({ ...shared, cookie, passwords: settings.passwords, oidc }),
    ...renewable(settings, createRenewal({ ...parts, accounts, signIns })),
    close() {
      signIns.close()
      void oidc?.close()
    }
  }
}

/** What is read anew while the relay runs. */
function renewable(settings: ConsoleSettings, renew: Renew) {
  let now = settings
  return {
    canned: () => now.canned,
    async renew(next: ConsoleSettings): Promise<Renewed | undefined> {
      const renewed = await renew(now.accounts, next.accounts)
      if (renewed) now = next
      return renewed
    }
  }
}
