import { BlockList, isIPv4, isIPv6 } from 'node:net'

type Range = readonly [net: string, bits: number]

// The IANA registry of special-purpose addresses.
const special4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
]

// Only this much of IPv6 is given out at all: loopback, mapped and compatible IPv4, NAT64, local and multicast are not in it.
const global6: Range = ['2000::', 3]
// … and of that, what leads elsewhere: protocol assignments with Teredo, documentation, 6to4.
const special6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
]

const v4 = new BlockList()
for (const [net, bits] of special4) v4.addSubnet(net, bits, 'ipv4')
const inside6 = new BlockList()
inside6.addSubnet(...global6, 'ipv6')
const v6 = new BlockList()
for (const [net, bits] of special6) v6.addSubnet(net, bits, 'ipv6')

/** Is this the number of a machine on the public Internet? Compared as a number; whatever is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !v4.check(address, 'ipv4')
  // With a zone (`fe80::1%eth0`) it is of one link only.
  if (!isIPv6(address) || address.includes('%')) return false
  return inside6.check(address, 'ipv6') && !v6.check(address, 'ipv6')
}
