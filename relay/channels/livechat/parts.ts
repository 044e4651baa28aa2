/** So many at a time, in order. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** A text in pieces of at most so many bytes of UTF-8, broken at a space where there is one in the last part. */
export function parts(text: string, bytes: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (Buffer.byteLength(rest) > bytes) {
    const end = breakAt(fitting(rest, bytes))
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, rest].filter(piece => piece !== '')
}

/** As much of the beginning as fits, no character of it cut in two. */
function fitting(text: string, bytes: number): string {
  const whole = Buffer.from(text).subarray(0, bytes).toString('utf8')
  return whole.replace(/\uFFFD$/, '')
}

function breakAt(piece: string): number {
  const space = piece.lastIndexOf(' ')
  return space > piece.length / 2 ? space : piece.length
}
