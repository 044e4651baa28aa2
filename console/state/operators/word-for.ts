/** Our word for what the relay calls something, or that itself: what objects have of themselves is no word of ours. */
export function wordFor(words: Readonly<Record<string, string>>, called: string): string {
  return (Object.hasOwn(words, called) ? words[called] : undefined) ?? called
}
