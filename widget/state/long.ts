/** A text with more characters or lines than these is folded. */
export const most = { length: 1_200, lines: 24 }

export const isLong = (text: string): boolean =>
  text.length > most.length || text.split('\n').length > most.lines
