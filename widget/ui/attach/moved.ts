/** The files among what was dropped or pasted. */
export const filesIn = (from: DataTransfer | null): readonly File[] => [...(from?.files ?? [])]

/** Not what an office program copies as words and, beside them, as a picture of them. */
export const isForFiles = (from: DataTransfer | null): boolean =>
  !(from?.types.includes('text/plain') && from.types.includes('text/html'))
