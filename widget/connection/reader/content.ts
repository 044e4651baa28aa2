import type { Content } from '#shared/content.ts'
import { fits, fitsKind, isObject, type Shape } from './shapes.ts'

// Any kind of action and field is let through: what is not known is drawn as the plainest one.
const action = { kind: '', label: '', 'url?': '' }
const image = { url: '', 'alt?': '', 'width?': 0, 'height?': 0 }
const card = { title: '', 'text?': '', 'image?': image, actions: [action] } as const
const option = { name: '', label: '' }
export const field = {
  kind: '',
  name: '',
  label: '',
  'placeholder?': '',
  'minLength?': 0,
  'maxLength?': 0,
  'options?': [option]
} as const

const kinds = {
  text: { text: '' },
  image,
  file: { url: '', 'name?': '', 'size?': 0 },
  carousel: { cards: [card] },
  list: { cards: [card] },
  location: { lat: 0, long: 0, 'name?': '', 'address?': '' },
  rating: { actions: [action] },
  form: { fields: [field] },
  unknown: { of: '', text: '' }
} as const satisfies Record<Content['kind'], Shape>

const beside = { 'text?': '', 'actions?': [action] } as const

const isContent = (value: unknown): value is Content =>
  isObject(value) && fitsKind(kinds, 'kind', value) && fits(beside, value)

/** Every content shows something: of a kind or a shape that is not known here, its text. */
export function readContent(value: unknown): Content {
  if (isContent(value)) return value
  const { kind, text } = isObject(value) ? value : {}
  return { kind: 'unknown', of: String(kind), text: typeof text === 'string' ? text : '' }
}
