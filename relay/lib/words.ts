/** Scripts that put no spaces between words: each of their characters is looked for by itself. */
const alone = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const single = alone.map(script => `\\p{sc=${script}}`).join('')
const pattern = new RegExp(`[${single}]|(?:(?![${single}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
/** Most texts are of these alone, which takes a tenth of the time. */
const isPlain = /^[\0-\x7f]*$/
const plain = /[a-z0-9]+/g
const accents = /[\u0300-\u036f]+/g

/** A word of a text, as it stands there. */
export interface Word {
  text: string
  from: number
  to: number
}

/** Where the words of a text stand. */
export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length
  }))

/** A word as it is compared: without accents, and small. One that stands for several is several. */
export const folded = (word: string): string[] =>
  word.normalize('NFKD').replace(accents, '').toLowerCase().normalize('NFC').match(pattern) ?? []

/** The words of a text, as they are compared. */
export const foldedWords = (text: string): string[] =>
  isPlain.test(text) ? (text.toLowerCase().match(plain) ?? []) : (text.match(pattern) ?? []).flatMap(folded)
