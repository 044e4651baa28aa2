import { ExactNumber, isPlain, mark, withMarks } from './exact-number.ts'

/** What JSON can hold. Platform data stays in this shape, unread and unchanged. */
export type Json =
  | (string | number | boolean | null | ExactNumber)
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Deeper than any honest message, and far from where a recursive reader runs out of stack. */
const maxDepth = 100

/** Whether a parsed value can be stored and said again unchanged: no infinities, no abyss. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (value instanceof ExactNumber) return true
  if (typeof value !== 'object' || depth === maxDepth) return false
  return Object.values(value).every(part => isJson(part, depth + 1))
}

/** An object with keys: no list, and no number either. */
export const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof ExactNumber)

/** What a text says as JSON, its numbers to their last digit (`ExactNumber`); undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    return undefined
  }
}

/** The same, but that a text which is no JSON throws a SyntaxError. */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return mayExceed(text) ? exactly(text) : value
}

/** As JSON.stringify, and exact numbers as the numbers they are. `indent`: by so many spaces. */
export function writeJson(value: unknown, indent?: number): string {
  const text = withMarks(() => JSON.stringify(value, undefined, indent))
  return text.includes(mark) ? text.replaceAll(marked, '$1') : text
}

const marked = new RegExp(`"${mark}([^"]*)"`, 'g')

/** A number of 16 digits, or with an exponent, may be more than JavaScript holds; few texts have anything like it. */
const mayExceed = (text: string) => (long.test(text) && placed.test(text)) || scaled.test(text)
/** Written out, sixteen in a row are looked for in steps of sixteen. */
const long = new RegExp('[\\d.]'.repeat(16))
const placed = /(?:^|[[:,\s])-?[\d.]{16}/
const scaled = /(?:^|[[:,\s])-?\d+(?:\.\d+)?e/i
const pieces = /\\.|"|-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi

/** Of what is JSON, as everybody knows by now. */
function exactly(text: string): unknown {
  let quoted = false
  const guarded = text.replace(pieces, piece => {
    if (piece === '"') quoted = !quoted
    return quoted || !/^[-\d]/.test(piece) || isPlain(piece) ? piece : `"${mark}${piece}"`
  })
  return withoutMarks(JSON.parse(guarded))
}

/** As deep as it may be: whoever goes down by calls of its own ends in an abyss. */
function withoutMarks(value: unknown): unknown {
  const top = { value }
  const parts: object[] = [top]
  for (const part of parts) unmark(part, parts)
  return top.value
}

/** `later` gets what is to be looked through as well. */
function unmark(part: object, later: object[]): void {
  for (const [key, inner] of Object.entries(part)) {
    if (typeof inner === 'object' && inner !== null) later.push(inner)
    else if (typeof inner === 'string' && inner.startsWith(mark)) {
      const exact = new ExactNumber(inner.slice(mark.length))
      // Set in any other way, a key may be the prototype's.
      Object.defineProperty(part, key, { value: exact })
    }
  }
}
