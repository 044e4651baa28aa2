import { en } from './en.ts'
import { wordsOf } from './index.ts'

/** English, as it is shown: what tests speak. */
export const english = wordsOf(en, 'en')
