import { Unreachable } from './outbound.ts'

/** Why the issuer did not say who somebody is. */
export class Trouble {
  /** `denied`: somebody changed their mind there. `down`: it did not answer. `failed`: what it said, or was made to say, is not right. */
  readonly why: 'denied' | 'down' | 'failed'
  /** For the operator's log: one of a fixed list, never what was sent or answered. */
  readonly reason: string

  constructor(why: Trouble['why'], reason: string) {
    this.why = why
    this.reason = reason
  }
}

const deniedByThem = new Set(['access_denied'])
const notNow = new Set(['server_error', 'temporarily_unavailable'])

/** The library's errors carry the answer that they are about; of that nothing goes on from here. */
export function troubleOf(error: unknown): Trouble {
  const unreachable = [error, partOf(error, 'cause')].find(one => one instanceof Unreachable)
  if (unreachable) return new Trouble('down', unreachable.message)
  const code = plain(partOf(error, 'code'), /^[A-Z][A-Z_]{1,60}$/) ?? 'OTHER'
  const said = plain(partOf(error, 'error'), /^[a-z][a-z_]{1,40}$/)
  const reason = said === undefined ? code : `${code} ${said}`
  if (code !== 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' || said === undefined)
    return new Trouble('failed', reason)
  if (deniedByThem.has(said)) return new Trouble('denied', reason)
  return new Trouble(notNow.has(said) ? 'down' : 'failed', reason)
}

function partOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined
}

const plain = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined
