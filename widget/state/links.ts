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
