import { lazy } from '../lazy.ts'
import { worded } from '../words/rest.ts'

/** Files of the visitor's come once they may be sent. */
export const attach = lazy(() => worded(import('./attach/index.tsx')))
