import type { IncomingMessage } from 'node:http'

/**
 * The visitor's address. Behind n trusted proxies it is the n-th from the right of X-Forwarded-For; what stands left
 * of that, anybody may have written. IPv4 inside IPv6 is IPv4; of IPv6 the network counts, for a host has it whole.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? ''
  const forwarded = proxies > 0 ? String(request.headers['x-forwarded-for'] ?? '').split(',') : []
  return network((forwarded.at(-proxies) ?? '').trim() || peer)
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  return address.includes(':') ? `${address.split(':').slice(0, 4).join(':')}::/64` : address
}
