const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** So many bytes as people say it, in the numbers and words of their language. */
export function sizeText(bytes: number, locale: string | undefined): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const number = bytes / 1000 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: number < 10 && power > 0 ? 1 : 0
  }).format(number)
}

/** What kind of file a name promises: `PDF` of `terms.pdf`; nothing when it promises nothing. */
export const fileKind = (name: string): string => (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase()
