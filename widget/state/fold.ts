/** What is left of a long text is shorter yet, so that it is worth a button. */
const shown = { length: 900, lines: 18 }

/** The beginning of a text that is too long to stand among others. */
export function beginning(text: string): string {
  const part = text.slice(0, Math.min(shown.length, lineEnd(text, shown.lines) ?? Infinity))
  // Not in the middle of a word, nor of a pair that is one character.
  const end = Math.max(part.lastIndexOf('\n'), part.lastIndexOf(' '))
  const whole = end > part.length / 2 ? part.slice(0, end) : part.replace(/[\ud800-\udbff]$/, '')
  return `${whole.replace(/[\s.,;:…]+$/, '')}…`
}

/** Where a text's line of this number ends, if others follow. */
function lineEnd(text: string, line: number): number | undefined {
  let at = -1
  for (let count = 0; count < line; count += 1) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return undefined
  }
  return at
}
