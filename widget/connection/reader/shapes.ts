/** Whether a value has a shape. The relay is checked lightly, so that a newer one cannot break an older widget. */
export type Shape = (value: unknown) => boolean

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text: Shape = value => typeof value === 'string'
export const number: Shape = value => typeof value === 'number'
export const integer: Shape = value => Number.isSafeInteger(value)
export const place = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
export const maybe =
  (shape: Shape): Shape =>
  value =>
    value === undefined || shape(value)
export const list =
  (shape: Shape): Shape =>
  value =>
    Array.isArray(value) && value.every(shape)
export const one =
  (...words: string[]): Shape =>
  value =>
    words.some(word => word === value)
export const object =
  (shapes: Record<string, Shape>): Shape =>
  value =>
    isObject(value) && Object.entries(shapes).every(([key, shape]) => shape(value[key]))
