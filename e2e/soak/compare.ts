/** How far what is there is from what should be, in texts. */
export interface Findings {
  /** Is not there. */
  lost: number
  /** Is there once more. */
  doubled: number
  /** Stands before what it should come after. */
  reordered: number
  /** Nobody said it. */
  foreign: number
}

export const nothing: Findings = { lost: 0, doubled: 0, reordered: 0, foreign: 0 }

/** Every text of these is another one, and should be there once, in this order. */
export function compare(expected: readonly string[], found: readonly string[]): Findings {
  const order = new Map(expected.map((text, index) => [text, index]))
  const once = [...new Set(found)]
  const places = once.flatMap(text => order.get(text) ?? [])
  return {
    lost: expected.length - places.length,
    doubled: found.length - once.length,
    reordered: places.filter((place, index) => place < (places[index - 1] ?? 0)).length,
    foreign: once.length - places.length
  }
}

/** Of the texts as many as there must be beside what is found: from the first of them that is, and the last in any case. */
export function endOf(texts: readonly string[], found: readonly string[], last: boolean): readonly string[] {
  const order = new Map(texts.map((text, index) => [text, index]))
  const places = found.flatMap(text => order.get(text) ?? [])
  return texts.slice(Math.min(texts.length - (last ? 1 : 0), ...places))
}

export function sum(all: readonly Findings[]): Findings {
  return all.reduce(
    (one, other) => ({
      lost: one.lost + other.lost,
      doubled: one.doubled + other.doubled,
      reordered: one.reordered + other.reordered,
      foreign: one.foreign + other.foreign
    }),
    nothing
  )
}

export const isNothing = (findings: Findings): boolean => Object.values(findings).every(count => count === 0)
