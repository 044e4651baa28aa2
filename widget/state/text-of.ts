import type { Row } from './rows.ts'

/** What a row says, as it was written. */
export const textOf = (row: Row): string => ('content' in row && row.content.text) || ''
