import { lazy } from '../lazy.ts'

/** What nobody needs for the first sight of the chat: it is fetched as soon as that is drawn. */
export const later = lazy(() => import('./later/index.ts'))
