interface Piece {
  text: string
  /** Where it leads, if it does: http and https alone. */
  url?: string
}

const address = /https?:\/\/[^\s<>"'`]+/gi
/** These end a sentence more often than an address. */
const after = '.,;:!?)]}'
/** So that a text of any length costs no more than it is worth. */
const most = 20_000

export function piecesOf(text: string): readonly Piece[] {
  if (text.length > most) return [{ text }]
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(address)) {
    const url = withoutEnd(found[0])
    if (!isSafe(url)) continue
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ text: url, url })
    from = found.index + url.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** By one walk from the end: a pattern begins anew at each of them. */
function withoutEnd(url: string): string {
  let end = url.length
  while (after.includes(url.charAt(end - 1)) && end > 0) end -= 1
  return url.slice(0, end)
}

/** The path of a file that the relay of this page has; undefined for all that is elsewhere. */
export function ownFile(url: string, origin: string): string | undefined {
  if (!isSafe(url)) return undefined
  const { origin: from, pathname } = new URL(url)
  return from === origin && /^\/files\/[\w-]+\/[\w-]+$/.test(pathname) ? pathname : undefined
}

/** What a browser may be led to: never a script, whoever sent the address. */
export function isSafe(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}
