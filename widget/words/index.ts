import { choose, type Language, type Wishes } from './choose.ts'
import type { Translation, Words } from './en.ts'
import { speak, type Texts } from './speak.ts'

/** Each language is a file of its own, of which a visitor downloads one. It exports its texts by its name. */
const download = (language: Language): Promise<Readonly<Record<Language, Translation>>> =>
  import(`./${language}.ts`)

/**
 * The words in the first language of the wishes that there is. One that cannot be downloaded is told in English; when
 * that fails too, so does this.
 */
export async function loadWords(wishes: Wishes, texts?: Texts): Promise<Words> {
  const { language, locale } = choose(wishes)
  try {
    return wordsOf((await download(language))[language], locale, texts)
  } catch {
    return wordsOf((await download('en')).en, 'en', texts)
  }
}

/** Texts of a language, ready to be shown. */
export function wordsOf(said: Translation, locale: string, texts?: Texts): Words {
  const direction = /^(ar|he)\b/.test(locale) ? 'rtl' : 'ltr'
  return { ...speak(said, locale, texts), locale, direction }
}
