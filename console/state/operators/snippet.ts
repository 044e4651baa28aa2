/** A piece of a text, and whether it is what was looked for. */
export interface SnippetPiece {
  text: string
  marked: boolean
}

/** A text in which U+0002 begins what was found and U+0003 ends it. Marks that are not a pair are nothing. */
export function snippetPieces(found: string): readonly SnippetPiece[] {
  return found
    .split('\u0002')
    .flatMap((part, nth): SnippetPiece[] => {
      const [inside = '', ...rest] = part.split('\u0003')
      const isMarked = nth > 0 && rest.length > 0
      const after = { text: rest.join(''), marked: false }
      return [{ text: inside, marked: isMarked }, after]
    })
    .filter(({ text }) => text !== '')
}
