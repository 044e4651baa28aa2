import type { Entry } from '#shared/entry.ts'
import type { Line } from '../state.ts'
import { readContent } from './content.ts'
import { fitsKind, isObject, isPlace, type Shape } from './shapes.ts'

const kinds = {
  opened: {},
  message: { by: '', 'id?': '', 'name?': '', 'picture?': '', 'of?': 0 },
  postback: { id: '', of: 0, action: 0, label: '' },
  handover: {},
  taken: { name: '', 'picture?': '' },
  handback: { why: '' },
  undelivered: { of: 0 },
  closed: {},
  other: {},
  rated: { id: '', score: 0, 'text?': '' }
} as const satisfies Record<Entry['kind'], Shape>

const isEntry = (value: Record<string, unknown>): value is Record<string, unknown> & Entry =>
  fitsKind(kinds, 'kind', value)

/** A line of the log. What is not understood still keeps its place, for the log has no holes. */
export function readLine(value: unknown): Line | undefined {
  if (!isObject(value) || !isPlace(value['seq'])) return undefined
  const at = typeof value['at'] === 'number' ? value['at'] : 0
  const line = value['kind'] === 'message' ? { ...value, content: readContent(value['content']) } : value
  return isEntry(line) ? { ...line, at } : { kind: 'other', seq: value['seq'], at }
}
