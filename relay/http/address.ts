import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * The visitor's address. Behind n trusted proxies it is the n-th from the right of X-Forwarded-For; what stands left
 * of that, anybody may have written. IPv4 inside IPv6 is IPv4; of IPv6 the network counts, for a host has it whole.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? ''
  const forwarded = proxies > 0 ? String(request.headers['x-forwarded-for'] ?? '').split(',') : []
  return network(withoutPort((forwarded.at(-proxies) ?? '').trim()) || peer)
}

/** Some proxies write it behind the address: it is another for each socket. */
const withoutPort = (text: string): string =>
  text.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')

function network(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  const [high = 0, low = 0] = groups.slice(6)
  const mapped = groups[5] === 0xffff && groups.slice(0, 5).every(group => group === 0)
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  return `${groups.slice(0, 4).map(hex).join(':')}::/64`
}

const hex = (group: number): string => group.toString(16)

/** All eight: an address has many spellings, and most of them leave zeros out. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address
    .replace(/%.*$/, '')
    .replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes) => {
      const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number)
      return `${hex((a << 8) | b)}:${hex((c << 8) | d)}`
    })
    .split('::')
    .map(part => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))))
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0)
  return [...before, ...zeros, ...after]
}
