export type Coding = 'br' | 'gzip' | 'identity'

/** The smallest of what a browser takes; what it gives no weight (`br;q=0`) it does not take. */
export function acceptedCoding(header: string | string[] | undefined): Coding {
  const taken = String(header ?? '')
    .toLowerCase()
    .split(',')
    .filter(part => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map(part => part.split(';')[0]?.trim())
  if (taken.includes('br')) return 'br'
  return taken.includes('gzip') ? 'gzip' : 'identity'
}
