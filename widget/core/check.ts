import type { Changes } from '../api.ts'

/** Any value, as something whose properties may be looked at. */
const parts = (value: unknown): Record<string, unknown> => Object(value)
const isPixels = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 500
const isPlain = (value: unknown) => /^(string|number|boolean)$/.test(typeof value)

const fits: Readonly<Record<keyof Changes, (value: unknown) => boolean>> = {
  locale: value => typeof value === 'string' && /^[a-z]{2,3}\b/i.test(value),
  theme: value => /^(light|dark|auto)$/.test(String(value)),
  page: value => parts(value) === value && Object.values(parts(value)).every(isPlain),
  position(value) {
    const { side, x, y } = parts(value)
    return /^(start|end|left|right)$/.test(String(side)) && isPixels(x) && isPixels(y)
  }
}

const isChange = (name: string): name is keyof Changes => Object.hasOwn(fits, name)

/** Pages are written in JavaScript, and hand in whatever they like. */
export function checkChanges(changes: Changes): void {
  check(parts(changes) === changes, 'changes: an object with locale, theme, page or position')
  for (const [name, value] of Object.entries(changes)) check(isChange(name) && fits[name](value), name)
}

/** A JWT, or how to get one. */
export const isIdentity = (value: unknown): boolean =>
  typeof value === 'function' || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(String(value))

export function check(right: boolean, what: string): asserts right {
  if (!right) throw new TypeError(`Footbridge: this is not a valid ${what}`)
}
