/** Every text names its visitor and its place, so that nothing can be confused with anything. */
export interface Canary {
  visitor: number
  /** The n-th thing this visitor said. */
  n: number
  /** On what the bot says: which of the answers to the n-th. */
  answer: number | undefined
}

export const textOf = (visitor: number, n: number): string => `c${visitor}:${n}`

/** What the bot says to a text: one answer, or two. Both ends know it. */
export function answersTo(text: string): readonly string[] {
  const canary = readCanary(text)
  if (!canary) return []
  const two = (canary.visitor * 7 + canary.n) % 3 === 0
  return two ? [`re:${text}/1`, `re:${text}/2`] : [`re:${text}/1`]
}

/** What the bot begins a conversation with: once, whatever happens. */
export const greetingOf = (chat: string): string => `hi:${chat}`
export const isGreeting = (text: string): boolean => text.startsWith('hi:')

const whole = /^(?:re:)?c(\d+):(\d+)(?:\/(\d+))?$/
const anywhere = /\bc(\d+):\d+/g

export function readCanary(text: string): Canary | undefined {
  const [, visitor, n, answer] = whole.exec(text) ?? []
  if (visitor === undefined || n === undefined) return undefined
  return {
    visitor: Number(visitor),
    n: Number(n),
    answer: answer === undefined ? undefined : Number(answer)
  }
}

/** The visitors that are named in whatever came over a wire. */
export const visitorsIn = (wire: string): number[] =>
  [...wire.matchAll(anywhere)].map(([, visitor]) => Number(visitor))
