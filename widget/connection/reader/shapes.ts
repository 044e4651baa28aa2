/** A shape is an example: a string for any string, a list of one for any list of such, `name?` for what may be absent. */
export type Shape = string | number | boolean | readonly [Shape] | { readonly [key: string]: Shape }

type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape !== 'object') return typeof value === typeof shape
  if (isList(shape)) return Array.isArray(value) && value.every(item => fits(shape[0], item))
  return isObject(value) && Object.entries(shape).every(([key, part]) => fitsKey(key, part, value))
}

const isList = (shape: object): shape is readonly [Shape] => Array.isArray(shape)

function fitsKey(key: string, part: Shape, value: Fields): boolean {
  const name = key.replace('?', '')
  return (name !== key && value[name] === undefined) || fits(part, value[name])
}

/** The shape for what `key` says, if that is known at all. */
export function fitsKind(shapes: Record<string, Shape>, key: 'kind' | 'type' | 'is', value: Fields): boolean {
  return Object.entries(shapes).some(([kind, shape]) => value[key] === kind && fits(shape, value))
}
