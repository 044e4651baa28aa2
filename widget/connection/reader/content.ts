import type { Content } from '#shared/content.ts'
import { integer, isObject, list, maybe, number, object, type Shape, text } from './shapes.ts'

// Any kind of action and field is let through: what is not known is drawn as the plainest one.
const action: Shape = value =>
  object({ kind: text, label: text })(value) &&
  (isObject(value) && value['kind'] === 'link' ? text(value['url']) : true)
const card = object({
  title: text,
  text: maybe(text),
  image: maybe(object({ url: text, alt: maybe(text) })),
  actions: list(action)
})
const field = object({
  kind: text,
  name: text,
  label: text,
  placeholder: maybe(text),
  minLength: maybe(integer),
  maxLength: maybe(integer),
  options: maybe(list(object({ name: text, label: text })))
})

const kinds = {
  text: object({ text }),
  image: object({ url: text, alt: maybe(text) }),
  file: object({ url: text, name: maybe(text) }),
  carousel: object({ cards: list(card) }),
  list: object({ cards: list(card) }),
  location: object({ lat: number, long: number, name: maybe(text), address: maybe(text) }),
  form: object({ fields: list(field) }),
  unknown: object({ of: text, text })
} satisfies Record<Content['kind'], Shape>

const beside = object({ text: maybe(text), actions: maybe(list(action)) })

function isContent(value: unknown): value is Content {
  return Object.entries(kinds).some(
    ([kind, shape]) => isObject(value) && value['kind'] === kind && shape(value) && beside(value)
  )
}

/** Every content shows something: of a kind or a shape that is not known here, its text. */
export function readContent(value: unknown): Content {
  if (isContent(value)) return value
  const { kind, text } = isObject(value) ? value : {}
  return {
    kind: 'unknown',
    of: typeof kind === 'string' ? kind : '',
    text: typeof text === 'string' ? text : ''
  }
}
