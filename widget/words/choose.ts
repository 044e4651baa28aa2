/** The languages there are. */
export type Language =
  | ('en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'da' | 'nb')
  | ('fi' | 'pl' | 'cs' | 'tr' | 'uk' | 'ar' | 'he' | 'ja' | 'zh' | 'ko')
const languages = /^(en|de|fr|es|it|pt|nl|sv|da|nb|fi|pl|cs|tr|uk|ar|he|ja|zh|ko)$/
const isLanguage = (name: string): name is Language => languages.test(name)

/** Language tags, whoever is heard first before the others; some say nothing. */
export type Wishes = readonly (string | undefined)[]

/** The first wish that can be met, and how its dates and numbers are written. */
export function choose(wishes: Wishes): { language: Language; locale: string } {
  for (const wish of wishes) {
    const locale = canonical(wish)
    // Norwegians say no, and mean Bokmål; who reads Nynorsk reads it too.
    const language = locale.replace(/-.*/, '').replace(/^n[no]$/, 'nb')
    if (isLanguage(language)) return { language, locale }
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
