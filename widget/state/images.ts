import { webUrl } from './links.ts'

/** May this image be asked for without the visitor's wish? `hosts` are those that the site allows; none given: any. */
export function loadsByItself(address: string, hosts: readonly string[] | undefined): boolean {
  const url = webUrl(address)
  if (!url) return false
  const { hostname } = new URL(url)
  return !hosts || hosts.some(host => fits(host.toLowerCase(), hostname))
}

/** It lies with the relay, at whose socket this browser is: nobody else is told of it. */
export function isWithRelay(address: string, socket: string): boolean {
  const url = webUrl(address)
  return !!url && new URL(url).host === new URL(socket).host
}

/** `*.example.com` is every host below it. */
const fits = (host: string, name: string) =>
  host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host

/** A picture that stands for somebody: the address, or none when letters must do. */
export function faceUrl(
  address: string | undefined,
  hosts: readonly string[] | undefined
): string | undefined {
  return address && loadsByItself(address, hosts) ? webUrl(address) : undefined
}
