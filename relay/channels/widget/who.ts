import type { Bye } from '#shared/wire/byes.ts'
import type { Hello } from '#shared/wire/hello.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { verifyIdentity } from './identity.ts'
import { hashIdentity, hashToken } from './token.ts'
import type { WidgetSite } from './verify.ts'

interface Door {
  secret: string
  clock: Pick<Clock, 'now'>
  log: Log
}

/** By what the store knows the visitor who said hello. */
export type Who =
  | { is: 'new' }
  | { is: 'token'; visitor: string }
  /** The website's server says so. */
  | { is: 'identity'; visitor: string }
  | { is: 'refused'; bye: Bye }

/** An identity that is given must be good, and stands in place of whatever token there is. */
export async function whoIs({ secret, clock, log }: Door, site: WidgetSite, hello: Hello): Promise<Who> {
  if (hello.identity === undefined) {
    if (site.identity?.required) return { is: 'refused', bye: 'identity' }
    return hello.token ? { is: 'token', visitor: hashToken(secret, hello.token) } : { is: 'new' }
  }
  if (!site.identity) return { is: 'refused', bye: 'identity' }
  const identity = await verifyIdentity(site.identity, hello.identity, clock.now())
  if (identity.ok) return { is: 'identity', visitor: hashIdentity(secret, hello.site, identity.sub) }
  log.info({ site: hello.site, why: identity.why }, 'refused an identity')
  return { is: 'refused', bye: 'identity' }
}
