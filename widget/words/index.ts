import { choose, type Language, type Wishes } from './choose.ts'
import type { Translation, Words } from './en.ts'
import { speak, type Texts } from './speak.ts'

/** Each language is a file of its own, of which a visitor downloads one. */
const files: Readonly<Record<Language, () => Promise<Translation>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  de: () => import('./de.ts').then(({ de }) => de),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  es: () => import('./es.ts').then(({ es }) => es),
  it: () => import('./it.ts').then(({ it }) => it),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
  nl: () => import('./nl.ts').then(({ nl }) => nl),
  sv: () => import('./sv.ts').then(({ sv }) => sv),
  da: () => import('./da.ts').then(({ da }) => da),
  nb: () => import('./nb.ts').then(({ nb }) => nb),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  pl: () => import('./pl.ts').then(({ pl }) => pl),
  cs: () => import('./cs.ts').then(({ cs }) => cs),
  tr: () => import('./tr.ts').then(({ tr }) => tr),
  uk: () => import('./uk.ts').then(({ uk }) => uk),
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  he: () => import('./he.ts').then(({ he }) => he),
  ja: () => import('./ja.ts').then(({ ja }) => ja),
  zh: () => import('./zh.ts').then(({ zh }) => zh),
  ko: () => import('./ko.ts').then(({ ko }) => ko)
}

/**
 * The words in the first language of the wishes that there is. One that cannot be downloaded is told in English; when
 * that fails too, so does this.
 */
export async function loadWords(wishes: Wishes, texts?: Texts): Promise<Words> {
  const { language, locale } = choose(wishes)
  try {
    return wordsOf(await files[language](), locale, texts)
  } catch {
    return wordsOf(await files.en(), 'en', texts)
  }
}

/** Texts of a language, ready to be shown. */
export function wordsOf(said: Translation, locale: string, texts?: Texts): Words {
  const direction = /^(ar|he)\b/.test(locale) ? 'rtl' : 'ltr'
  return { ...speak(said, locale, texts), locale, direction }
}
