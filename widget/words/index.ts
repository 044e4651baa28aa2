import { choose, type Language, type Wishes } from './choose.ts'
import { download } from './download.ts'
import type { FirstWords, Translation, Words } from './en.ts'
import { showing } from './rest.ts'
import { speak, type Texts } from './speak.ts'

/**
 * The words in the first language of the wishes that there is. One that cannot be downloaded is told in English; when
 * that fails too, so does this.
 */
export async function loadWords(wishes: Wishes, texts?: Texts): Promise<Words> {
  const { language, locale } = choose(wishes)
  try {
    return await wordsIn(language, locale, texts)
  } catch {
    return wordsIn('en', 'en', texts)
  }
}

async function wordsIn(language: Language, locale: string, texts: Texts | undefined): Promise<Words> {
  const words = wordsOf((await download<Translation>(language))[language], locale, texts)
  return showing({ words, language, locale, texts })
}

/** Texts of a language, ready to be shown. */
export function wordsOf(said: Translation, locale: string, texts?: Texts): FirstWords {
  const direction = /^(ar|he)\b/.test(locale) ? 'rtl' : 'ltr'
  return { ...speak(said, locale, texts), locale, direction }
}
