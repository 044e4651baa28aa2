/** The place of one among several, in the digits of a language: `2 / 5`. */
export function placeText(at: number, of: number, locale: string): string {
  const number = new Intl.NumberFormat(locale)
  return `${number.format(at)} / ${number.format(of)}`
}
