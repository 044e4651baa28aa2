import { lazy } from '../lazy.ts'

/** The menu and all that it leads to come when somebody reaches for it. */
export const more = lazy(() => import('./more/index.tsx'))
