/** A piece of a text: words, or an address in it. */
export type Part = { is: 'text'; text: string } | { is: 'link'; text: string; url: string }

const addresses = /https?:\/\/[^\s<>"']+/gi
// A sentence's own marks behind an address are not part of it; a bracket is, when it was opened inside.
const trailing = /[.,:;!?…)\]}*_~]+$/

export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const address = trim(found)
    const url = safeUrl(address)
    if (!url) continue
    if (index > from) parts.push({ is: 'text', text: text.slice(from, index) })
    parts.push({ is: 'link', text: address, url })
    from = index + address.length
  }
  if (from < text.length) parts.push({ is: 'text', text: text.slice(from) })
  return parts
}

function trim(address: string): string {
  const bare = address.replace(trailing, '')
  const closes = address[bare.length] === ')' && bare.includes('(') && !bare.includes(')')
  return closes ? `${bare})` : bare
}

const web = ['http:', 'https:']
const links = [...web, 'mailto:', 'tel:']

/** An address that may be opened, or nothing: no script, no data, nothing that only this page can read. */
export function safeUrl(address: string, schemes: readonly string[] = links): string | undefined {
  try {
    const url = new URL(address)
    return schemes.includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

export const webUrl = (address: string) => safeUrl(address, web)
