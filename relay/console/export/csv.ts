import type { About } from './gather.ts'
import { linesOf } from './lines.ts'

const columns = ['conversation', 'seq', 'at', 'who', 'name', 'text'] as const
/** So that a spreadsheet reads it as UTF-8. */
const mark = '\uFEFF'

/** RFC 4180. No cell is a formula, whatever somebody said. */
export function toCsv({ conversations }: About): string {
  const rows = conversations
    .flatMap(linesOf)
    .map(line => columns.map(column => cell(inert(String(line[column])))).join(','))
  return `${mark}${[columns.join(','), ...rows].join('\r\n')}\r\n`
}

/** What begins like a formula, behind whatever a spreadsheet leaves out before it, is text by its apostrophe. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text)

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
