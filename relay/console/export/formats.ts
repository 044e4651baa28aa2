import { writeJson } from '../../lib/json.ts'
import type { ApiFile } from '../answers.ts'
import { toCsv } from './csv.ts'
import type { About } from './gather.ts'
import { policyOf, toHtml } from './html.ts'
import { toText } from './text.ts'

/** The ways in which all of one visitor is told. */
export const formats = {
  json: about => ({
    name: nameOf(about, 'json'),
    type: 'application/json; charset=utf-8',
    text: `${writeJson({ format: 'footbridge-visitor-1', ...about }, 2)}\n`
  }),
  html: about => ({
    name: nameOf(about, 'html'),
    type: 'text/html; charset=utf-8',
    text: toHtml(about),
    policy: policyOf
  }),
  text: about => ({
    name: nameOf(about, 'txt'),
    type: 'text/plain; charset=utf-8',
    text: toText(about)
  }),
  csv: about => ({ name: nameOf(about, 'csv'), type: 'text/csv; charset=utf-8', text: toCsv(about) })
} as const satisfies Record<string, (about: About) => ApiFile>

/** Nothing that anybody has said is in it. */
const nameOf = ({ exportedAt }: About, ending: string): string =>
  `visitor-${new Date(exportedAt).toISOString().slice(0, 10)}.${ending}`
