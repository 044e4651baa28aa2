import type { Entry } from '#shared/entry.ts'
import type { Line } from '../state.ts'
import { readContent } from './content.ts'
import { isList, isObject, isPlace, meets } from './needs.ts'

const kinds: Record<Entry['kind'], string> = {
  opened: 'kind',
  message: 'by',
  postback: 'id',
  handover: 'kind',
  taken: 'name',
  handback: 'why',
  undelivered: 'of',
  closed: 'kind',
  other: 'kind',
  rated: 'score'
}

const isEntry = (value: Record<string, unknown>): value is Record<string, unknown> & Entry =>
  meets(kinds, value['kind'], value)

/** A line of the log. What is not understood still keeps its place, for the log has no holes. */
function readLine(value: unknown): Line | undefined {
  if (!isObject(value) || !isPlace(value['seq'])) return undefined
  const at = Number(value['at']) || 0
  if (!isEntry(value)) return { kind: 'other', seq: value['seq'], at }
  return value.kind === 'message' ? { ...value, at, content: readContent(value.content) } : { ...value, at }
}

/** A line that cannot be read is left out; the hole it leaves is found by who puts them together. */
export const readLines = (value: unknown): readonly Line[] =>
  isList(value) ? value.flatMap(line => readLine(line) ?? []) : []
