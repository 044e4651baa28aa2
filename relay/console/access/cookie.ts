/** Kept by the browser for this host alone, never shown to a script, never sent from another site. */
export interface Cookie {
  /** The token in a request's `cookie` header. */
  read(header: string | undefined): string | undefined
  /** The `set-cookie` header that keeps it until the browser is closed. */
  keep(token: string): string
  /** The one that removes it. */
  drop(): string
}

const token = /^[\w-]{43}$/

/** `__Host-` where the console is reached by https: then no other host of the domain can set it either. */
export function cookieFor(publicUrl: string): Cookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-footbridge' : 'footbridge'
  const rest = `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return {
    read(header = '') {
      const found = header
        .split(';')
        .map(pair => pair.trim().split('='))
        .filter(([key]) => key === name)
      // Two of the name: somebody else has set one, and nobody knows which.
      const [value] = found.length === 1 ? found.map(([, one]) => one) : []
      return value !== undefined && token.test(value) ? value : undefined
    },
    keep: value => `${name}=${value}${rest}`,
    drop: () => `${name}=${rest}; Max-Age=0`
  }
}
