import type { Search, Span } from './search.ts'

/** How long a country's IBANs are, as its registry says. */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map(one => [one.slice(0, 2), Number(one.slice(2))])
)
const begins = /(?<![A-Za-z0-9])[A-Za-z]{2}[ \u00A0-]?\d{2}/g
const plain = /[A-Za-z0-9]/
const between = /[ \u00A0\u202F-]/

/** IBANs: of a country that has them, as long as its are, with the right check digits. */
export const findIbans: Search = text =>
  [...text.matchAll(begins)].flatMap(({ index }) => {
    const span = ibanAt(text, index)
    return span ? [span] : []
  })

function ibanAt(text: string, from: number): Span | undefined {
  const length = lengths.get(text.slice(from, from + 2).toUpperCase()) ?? 0
  let iban = ''
  let to = from
  while (iban.length < length && to < text.length) {
    const one = text.charAt(to)
    if (plain.test(one)) iban += one
    else if (!between.test(one) || between.test(text.charAt(to - 1))) return undefined
    to += 1
  }
  const whole = length > 0 && iban.length === length && !plain.test(text.charAt(to))
  return whole && isRight(iban.toUpperCase()) ? { from, to } : undefined
}

/** ISO 7064: what stands behind comes first, letters are numbers from 10 on, and what is left by 97 is 1. */
function isRight(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4)
  const left = Array.from(turned).reduce((rest, one) => {
    const value = Number.parseInt(one, 36)
    return (rest * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
  return left === 1
}
