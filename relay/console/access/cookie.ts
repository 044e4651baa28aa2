/** Kept by the browser for this host alone, never shown to a script. */
export interface Cookie {
  /** The value in a request's `cookie` header. */
  read(header: string | undefined): string | undefined
  /** The `set-cookie` header that keeps it. */
  keep(value: string): string
  /** The one that removes it. */
  drop(): string
}

interface Kind {
  name: string
  /** What a value of ours looks like. */
  value: RegExp
  /** `Strict`: never sent from another site. `Lax`: sent when a browser comes from there by an address. */
  sameSite: 'Strict' | 'Lax'
  /** Absent: until the browser is closed. */
  seconds?: number
}

/** The token of whoever is signed in. */
const signedIn: Kind = { name: 'footbridge', value: /^[\w-]{43}$/, sameSite: 'Strict' }

/** `__Host-` where the console is reached by https: then no other host of the domain can set it either. */
export function cookieFor(publicUrl: string, kind: Kind = signedIn): Cookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? `__Host-${kind.name}` : kind.name
  const rest = `; Path=/; HttpOnly; SameSite=${kind.sameSite}${secure ? '; Secure' : ''}`
  const life = kind.seconds === undefined ? '' : `; Max-Age=${kind.seconds}`
  return {
    read(header = '') {
      const found = header
        .split(';')
        .map(pair => pair.trim().split('='))
        .filter(([key]) => key === name)
      // Two of the name: somebody else has set one, and nobody knows which.
      const [value] = found.length === 1 ? found.map(([, one]) => one) : []
      return value !== undefined && kind.value.test(value) ? value : undefined
    },
    keep: value => `${name}=${value}${rest}${life}`,
    drop: () => `${name}=${rest}; Max-Age=0`
  }
}
