import { lazy } from '../lazy.ts'
import { worded } from '../words/rest.ts'

/** The menu and all that it leads to come when somebody reaches for it. */
export const more = lazy(() => worded(import('./more/index.tsx')))
