import { later } from '../styles/later.ts'
import { addSheet } from '../styles/sheets.ts'

export { Copy } from './copy.tsx'
export { Failed } from './failed.tsx'
export { Folded } from './folded.tsx'
export { keep } from './keep.ts'
export { Latest } from './latest.tsx'
export { Portrait } from './portrait.tsx'
export { Away, Waiting } from './waiting.tsx'

addSheet(later)
