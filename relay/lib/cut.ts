/** The beginning of a text, as many UTF-16 units at most, and no half of a character at its end. */
export const cut = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text
