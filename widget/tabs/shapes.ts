import { isObject } from '../connection/reader/needs.ts'

/** A shape is an example: a string for any string, a list of one for any list of such, `name?` for what may be absent. */
export type Shape = string | number | boolean | readonly [Shape] | { readonly [key: string]: Shape }

export function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape !== 'object') return typeof value === typeof shape
  if (isList(shape)) return Array.isArray(value) && value.every(item => fits(shape[0], item))
  return isObject(value) && Object.entries(shape).every(([key, part]) => fitsKey(key, part, value))
}

const isList = (shape: object): shape is readonly [Shape] => Array.isArray(shape)

function fitsKey(key: string, part: Shape, value: Record<string, unknown>): boolean {
  const name = key.replace('?', '')
  return (name !== key && value[name] === undefined) || fits(part, value[name])
}
