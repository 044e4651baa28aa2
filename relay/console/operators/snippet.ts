import { folded, foldedWords, wordsIn } from '../../lib/words.ts'

/** Around what was found. */
const [from, to] = ['\u0002', '\u0003'] as const
/** Characters before the first word that was found, and in all. */
const before = 40
const most = 140

/** A piece of the text around what was looked for, with every word of it that was found between U+0002 and U+0003. */
export function snippetOf(said: string, looked: string): string {
  const text = said.replaceAll(from, '').replaceAll(to, '')
  const words = wordsIn(text)
  const isFound = finder(looked)
  const first = words.find(word => isFound(word.text))
  const begin = words.find(word => word.from >= (first?.from ?? 0) - before)?.from ?? 0
  const end = words.findLast(word => word.to <= begin + most)?.to ?? begin + most
  const whole = end + before > text.length ? text.length : end
  const start = begin <= before ? 0 : begin
  return `${start > 0 ? '…' : ''}${marked(text, { start, end: whole }, isFound)}${whole < text.length ? '…' : ''}`
}

interface Piece {
  start: number
  end: number
}

function marked(text: string, { start, end }: Piece, isFound: (word: string) => boolean): string {
  let shown = ''
  let at = start
  for (const word of wordsIn(text)) {
    if (word.from < start || word.to > end || !isFound(word.text)) continue
    shown += text.slice(at, word.from) + from + word.text + to
    at = word.to
  }
  return shown + text.slice(at, end)
}

/** Words as the store compares them; the last one that was typed may go on. */
function finder(looked: string): (word: string) => boolean {
  const words = foldedWords(looked)
  const exact = new Set(words)
  const last = /\s$/.test(looked) ? '' : (words.at(-1) ?? '')
  return word => folded(word).some(part => exact.has(part) || (last.length > 2 && part.startsWith(last)))
}
