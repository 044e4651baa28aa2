/** What JSON can hold. Platform data stays in this shape, unread and unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Deeper than any honest message, and far from where a recursive reader runs out of stack. */
const maxDepth = 100

/** Whether a parsed value can be stored and said again unchanged: no infinities, no abyss. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === maxDepth) return false
  return Object.values(value).every(part => isJson(part, depth + 1))
}

/** What a text says as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
