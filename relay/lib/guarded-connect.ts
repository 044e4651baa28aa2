import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './public-address.ts'

/** All addresses of a name, as `dns.lookup` finds them. */
export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void

export interface GuardOptions {
  timeoutMs: number
  resolve?: Resolve
  /** Which addresses may be connected to, if not the public ones. */
  allows?: (address: string) => boolean
}

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true }, done)

/**
 * Connects to public addresses only. A name is resolved once; every address of it is looked at, and the connection is
 * made to those very addresses, so that no second answer of a name server can lead elsewhere.
 */
export function guardedConnect(options: GuardOptions): buildConnector.connector {
  const { timeoutMs, resolve = resolveBySystem, allows = isPublicAddress } = options
  const connect = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(resolve, allows) })
  return (wanted, callback) => {
    // An address needs no looking up, so nobody else would look at it.
    const host = wanted.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(host) !== 0 && !allows(host)) callback(notPublic(), null)
    else connect(wanted, callback)
  }
}

function guardedLookup(resolve: Resolve, allows: (address: string) => boolean): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) callback(error ?? notPublic(), [])
      else if (!addresses.every(({ address }) => allows(address))) callback(notPublic(), [])
      else if (all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

const notPublic = (): NodeJS.ErrnoException =>
  Object.assign(new Error('the address is not a public one'), { code: 'ERR_ADDRESS_NOT_PUBLIC' })
