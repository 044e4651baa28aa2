/** Letters that stand for a name: of its first word and its last. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], ...words.slice(1).slice(-1)].map(word => firstOf(word)).join('')
}

/** Half a letter is no letter. */
const firstOf = (word = '') => (word ? String.fromCodePoint(word.codePointAt(0) ?? 0x20) : '')
