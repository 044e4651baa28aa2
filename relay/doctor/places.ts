import type { Clock } from '../lib/clock.ts'
import type { Ear } from './ear.ts'
import type { Finding } from './finding.ts'
import { type Reached, reach } from './reach.ts'

type Answered = Extract<Reached, { kind: 'answered' }>

/** Does `publicUrl` lead to where the relay listens? */
export async function checkPublicUrl(publicUrl: string, ear: Ear, timeoutMs: number): Promise<Finding> {
  const url = new URL(publicUrl + ear.probe)
  const reached = await reach(url, { method: 'GET', timeoutMs })
  if (reached.kind === 'answered' && reached.status === 200 && reached.body.includes(ear.word)) {
    return { step: 'public URL', is: 'ok', says: `${url.host} leads here` }
  }
  const { says, change } = reached.kind === 'failed' ? reached : elsewhere(reached, url)
  return { step: 'public URL', is: 'publicUrl', says, change }
}

function elsewhere({ status, location }: Answered, { host, href }: URL): { says: string; change: string } {
  if (status >= 300 && status < 400) {
    const to =
      location !== undefined && URL.canParse(location, href) ? new URL(location, href).origin : 'elsewhere'
    return {
      says: `${host} redirects to ${to}`,
      change:
        'Platforms follow no redirects: set publicUrl to where it ends, and paste the new URL at the platform.'
    }
  }
  if (status === 502 || status === 503 || status === 504) {
    return {
      says: `${host} answered ${status}`,
      change:
        'The proxy there does not reach this machine: check where it leads to, against listen.host and listen.port.'
    }
  }
  if (status === 401 || status === 403) {
    return {
      says: `${host} answered ${status}`,
      change: 'Something in front wants a sign-in or blocks: let POSTs to /bots/ through.'
    }
  }
  return {
    says: `${host} answered ${status}, but not from here`,
    change:
      'Something else stands there, or a proxy changes the path: /bots/ must come to listen.host and listen.port as it is.'
  }
}

/** A signature or an identity is worth nothing where clocks are further apart. */
const apartMs = 120_000

/** Is anybody there where calls go to, and what time is it there? */
export async function checkPlatform(
  origin: string,
  clock: Clock,
  timeoutMs: number
): Promise<readonly Finding[]> {
  const url = new URL(origin)
  const reached = await reach(url, { method: 'HEAD', timeoutMs })
  if (reached.kind === 'failed') {
    const { says, change } = reached
    return [{ step: 'platform', is: 'platform', says, change }]
  }
  const there: Finding = { step: 'platform', is: 'ok', says: `${url.host} answers` }
  return reached.date === undefined ? [there] : [there, clockBy(clock.now() - reached.date)]
}

function clockBy(ahead: number): Finding {
  if (Math.abs(ahead) <= apartMs) return { step: 'clock', is: 'ok', says: 'as the platform’s' }
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  return {
    step: 'clock',
    is: 'clock',
    says: `this machine is ${minutes} min ${ahead > 0 ? 'ahead of' : 'behind'} the platform`,
    change: 'Set it by NTP: signed events and identities are refused meanwhile.'
  }
}
