import type { Content } from '#shared/content.ts'
import { isList, isObject, meets } from './needs.ts'

const kinds: Record<Content['kind'], string> = {
  text: 'text',
  image: 'url',
  file: 'url',
  carousel: 'cards',
  list: 'cards',
  location: 'lat',
  rating: 'actions',
  form: 'fields',
  unknown: 'kind'
}
// Any kind of action and field is let through: what is not known is drawn as the plainest one.
const lists = { cards: 'actions', actions: 'label', fields: 'name' }

const holds = (value: Record<string, unknown>): boolean =>
  Object.keys(lists).every(name => {
    const list = value[name] ?? []
    return isList(list) && list.every(one => isObject(one) && meets(lists, name, one) && holds(one))
  })

const isContent = (value: unknown): value is Content =>
  isObject(value) &&
  meets(kinds, value['kind'], value) &&
  typeof (value['text'] ?? '') === 'string' &&
  holds(value)

/** Every content shows something: of a kind or a shape that is not known here, its text. */
export function readContent(value: unknown): Content {
  if (isContent(value)) return value
  const { kind, text } = isObject(value) ? value : {}
  return { kind: 'unknown', of: String(kind), text: typeof text === 'string' ? text : '' }
}
