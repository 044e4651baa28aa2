import type { Language } from './choose.ts'
import { download } from './download.ts'
import type { Words } from './en.ts'
import type { RestTranslation } from './rest/en.ts'
import { speak, type Texts } from './speak.ts'

/** Words that are shown somewhere, and what makes the rest of them. */
interface Shown {
  words: object
  language: Language
  locale: string
  texts: Texts | undefined
}

const shown: Shown[] = []
let wanted = false

async function complete({ words, language, locale, texts }: Shown): Promise<void> {
  const said = (await download<RestTranslation>(`rest/${language}`))[language]
  Object.assign(words, speak(said, locale, texts))
}

/** Words that go without their rest until a part needs it. */
export async function showing(one: Shown): Promise<Words> {
  shown.push(one)
  if (wanted) await complete(one)
  // Whoever reads what is missing is a part that came with it.
  return one.words as Words
}

/** A part that is there once its words are. */
export async function worded<Part>(part: Promise<Part>): Promise<Part> {
  wanted = true
  const [whole] = await Promise.all([part, ...shown.map(complete)])
  return whole
}
