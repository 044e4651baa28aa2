/** `*` stands for anything. Compared piece by piece: no pattern can make this slow. */
export function fits(pattern: string, path: string): boolean {
  const [first = '', ...pieces] = pattern.split('*')
  const last = pieces.pop()
  if (last === undefined) return path === first
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}

/**
 * The same as the source of a regular expression. A piece between two stars is looked for once, and where it was found
 * is not thought over again (`(?=(…))\1` cannot be entered twice): this is not slow either, whatever the path.
 */
export function patternSource(pattern: string): string {
  const [first = '', ...pieces] = pattern.split('*').map(escaped)
  const last = pieces.pop()
  if (last === undefined) return `^${first}$`
  const between = pieces.filter(piece => piece !== '').map((piece, i) => `(?=([^]*?${piece}))\\${i + 1}`)
  return last === '' ? `^${first}${between.join('')}` : `^${first}${between.join('')}[^]*${last}$`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
