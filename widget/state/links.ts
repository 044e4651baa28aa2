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

/** An address in a text without the sentence's own marks behind it; a bracket stays that was opened inside. */
export function trimmed(address: string): string {
  let end = address.length
  while (end && '.,:;!?…)]}*_~'.includes(address.charAt(end - 1))) end -= 1
  const bare = address.slice(0, end)
  const closes = address[end] === ')' && bare.includes('(') && !bare.includes(')')
  return closes ? `${bare})` : bare
}
