import type { Bye } from '#shared/wire/byes.ts'
import type { Hello } from '#shared/wire/hello.ts'
import type { Named } from '../../conversation/entry.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { type Identity, verifyIdentity } from './identity.ts'
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
  /** The website's server says so, and perhaps what they are called. */
  | { is: 'identity'; visitor: string; named: Named | undefined }
  | { is: 'refused'; bye: Bye }

/** An identity that is given must be good, and stands in place of whatever token there is. */
export async function whoIs({ secret, clock, log }: Door, site: WidgetSite, hello: Hello): Promise<Who> {
  if (hello.identity === undefined) {
    if (site.identity?.required) return { is: 'refused', bye: 'identity' }
    return hello.token ? { is: 'token', visitor: hashToken(secret, hello.token) } : { is: 'new' }
  }
  if (!site.identity) return { is: 'refused', bye: 'identity' }
  const identity = await verifyIdentity(site.identity, hello.identity, clock.now())
  if (identity.ok) {
    const visitor = hashIdentity(secret, hello.site, identity.sub)
    return { is: 'identity', visitor, named: namedBy(identity) }
  }
  log.info({ site: hello.site, why: identity.why }, 'refused an identity')
  return { is: 'refused', bye: 'identity' }
}

const namedBy = ({ name, email }: Identity): Named | undefined =>
  name === undefined && email === undefined
    ? undefined
    : { ...(name !== undefined && { name }), ...(email !== undefined && { email }) }
