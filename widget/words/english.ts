import { en, type Words } from './en.ts'
import { wordsOf } from './index.ts'
import { en as rest } from './rest/en.ts'
import { speak } from './speak.ts'

/** All the words in English, for tests. */
export const english: Words = { ...wordsOf(en, 'en'), ...speak(rest, 'en') }
