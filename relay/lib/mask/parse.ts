/** One step of a pattern: what it takes of a text. */
export type Node =
  | { is: 'one'; fits: Fits }
  | { is: 'all'; parts: readonly Node[] }
  | { is: 'either'; options: readonly Node[] }
  /** `most` is Infinity where there is no end. */
  | { is: 'times'; of: Node; least: number; most: number }
  /** Takes nothing, and asks what stands on both sides: code points, undefined at the ends. */
  | { is: 'between'; holds: Between }
export type Fits = (codePoint: number) => boolean
export type Between = (before: number | undefined, after: number | undefined) => boolean

/** A pattern that cannot be searched for in a bounded time, or that is none. */
export class PatternError extends Error {}

const deepest = 30
const mostTimes = 1_000
/** One character of a pattern, however it is written: an escape, a class, or itself. */
const single =
  /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/uy
const quantifier = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y

/** Reads a regular expression, in the syntax of JavaScript with the flag `u`, without references and lookarounds. */
export function parse(pattern: string): Node {
  try {
    new RegExp(pattern, 'u')
  } catch {
    throw new PatternError('not a regular expression')
  }
  return new Reader(pattern).either(0)
}

/** The expression is one: this needs only to take it apart. */
class Reader {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  either(depth: number): Node {
    if (depth > deepest) throw new PatternError('groups stand too deep in each other')
    const options = [this.#all(depth)]
    while (this.#take('|')) options.push(this.#all(depth))
    return { is: 'either', options }
  }

  #all(depth: number): Node {
    const parts: Node[] = []
    while (this.#at < this.#pattern.length && !this.#sees('|') && !this.#sees(')')) {
      parts.push(this.#times(this.#atom(depth)))
    }
    return { is: 'all', parts }
  }

  #atom(depth: number): Node {
    if (this.#take('(')) {
      if (this.#sees('?') && !this.#take('?:')) throw new PatternError('no lookaround and no named group')
      const inside = this.either(depth + 1)
      this.#take(')')
      return inside
    }
    return atomOf(this.#next(single)?.[0] ?? '')
  }

  #times(of: Node): Node {
    const [, sign, low, more, high] = this.#next(quantifier) ?? []
    if (sign === undefined && low === undefined) return of
    const least = sign === undefined ? Number(low) : Number(sign === '+')
    const most = sign === undefined ? upTo(least, more, high) : mostOf(sign)
    if (least > mostTimes || (most > mostTimes && most !== Infinity)) {
      throw new PatternError(`no more than ${mostTimes} times`)
    }
    return { is: 'times', of, least, most }
  }

  #next(what: RegExp): RegExpExecArray | undefined {
    what.lastIndex = this.#at
    const found = what.exec(this.#pattern) ?? undefined
    if (found) this.#at += found[0].length
    return found
  }

  #sees(text: string): boolean {
    return this.#pattern.startsWith(text, this.#at)
  }

  #take(text: string): boolean {
    const there = this.#sees(text)
    if (there) this.#at += text.length
    return there
  }
}

const mostOf = (sign: string): number => (sign === '?' ? 1 : Infinity)

const upTo = (least: number, more: string | undefined, high: string | undefined): number => {
  if (more === undefined) return least
  return high ? Number(high) : Infinity
}

function atomOf(source: string): Node {
  switch (source) {
    case '^':
      return { is: 'between', holds: before => before === undefined }
    case '$':
      return { is: 'between', holds: (_, after) => after === undefined }
    case '\\b':
      return { is: 'between', holds: (before, after) => isWord(before) !== isWord(after) }
    case '\\B':
      return { is: 'between', holds: (before, after) => isWord(before) === isWord(after) }
    default:
      if (/^\\[1-9k]/.test(source)) throw new PatternError('no reference to what stood before')
      return { is: 'one', fits: fitsOne(source) }
  }
}

const word = /^\w$/
const isWord = (one: number | undefined): boolean => one !== undefined && word.test(String.fromCodePoint(one))

const remembered = 4_096

/** Of one character JavaScript itself says whether it fits: that is always quick. */
function fitsOne(source: string): Fits {
  const pattern = new RegExp(`^${source}$`, 'u')
  const known = new Map<number, boolean>()
  return one => {
    const before = known.get(one)
    if (before !== undefined) return before
    const fits = pattern.test(String.fromCodePoint(one))
    if (known.size < remembered) known.set(one, fits)
    return fits
  }
}
