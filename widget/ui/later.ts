import { lazy } from '../lazy.ts'
import { worded } from '../words/rest.ts'

/** What nobody needs for the first sight of the chat: it is fetched as soon as that is drawn. */
export const later = lazy(() => worded(import('./later/index.ts')))
