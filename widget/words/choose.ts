/** The languages there are. */
const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'tr',
  'uk',
  'ar',
  'he',
  'ja',
  'zh',
  'ko'
] as const
export type Language = (typeof languages)[number]

/** Language tags, whoever is heard first before the others; some say nothing. */
export type Wishes = readonly (string | undefined)[]

/** Norwegians say no, and mean Bokmål; who reads Nynorsk reads it too. */
const sameAs: Readonly<Record<string, Language>> = { no: 'nb', nn: 'nb' }

/** The first wish that can be met, and how its dates and numbers are written. */
export function choose(wishes: Wishes): { language: Language; locale: string } {
  for (const wish of wishes) {
    const locale = canonical(wish)
    const name = locale.split('-')[0] ?? ''
    const language = sameAs[name] ?? languages.find(one => one === name)
    if (language) return { language, locale }
  }
  return { language: 'en', locale: 'en' }
}

/** What is no language tag counts as nothing said. */
function canonical(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ''
  } catch {
    return ''
  }
}
