import type { RawData } from 'ws'

/** What is there under these keys, one inside the other. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (found === null || typeof found !== 'object') return undefined
    found = Reflect.get(found, key)
  }
  return found
}

export function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : ''
}

/** A text frame of `ws`, which comes as one buffer. */
export const parseFrame = (data: RawData): unknown =>
  Buffer.isBuffer(data) ? JSON.parse(data.toString('utf8')) : undefined
