import type { Entry } from '#shared/entry.ts'
import type { Line } from '../state.ts'
import { readContent } from './content.ts'
import { integer, isObject, maybe, object, one, place, type Shape, text } from './shapes.ts'

const kinds = {
  opened: object({}),
  message: object({
    by: one('visitor', 'bot', 'agent'),
    id: maybe(text),
    name: maybe(text),
    of: maybe(place)
  }),
  postback: object({ id: text, of: place, action: integer, label: text }),
  handover: object({}),
  taken: object({ name: text }),
  handback: object({ why: text }),
  closed: object({})
} satisfies Record<Entry['kind'], Shape>

function isEntry(value: Record<string, unknown>): value is Record<string, unknown> & Entry {
  return Object.entries(kinds).some(([kind, shape]) => value['kind'] === kind && shape(value))
}

/** A line of the log. What is not understood still keeps its place, for the log has no holes. */
export function readLine(value: unknown): Line | undefined {
  if (!isObject(value) || !place(value['seq'])) return undefined
  const at = typeof value['at'] === 'number' ? value['at'] : 0
  const line = value['kind'] === 'message' ? { ...value, content: readContent(value['content']) } : value
  return isEntry(line) ? { ...line, at } : { kind: 'other', seq: value['seq'], at }
}
