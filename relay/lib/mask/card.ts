import { type Run, runsOf } from './digits.ts'
import type { Search, Span } from './search.ts'

const shortest = 13
const longest = 19

/** Card numbers: as long as one, beginning like one, grouped as one is written, and right by Luhn. */
export const findCards: Search = text => runsOf(text).flatMap(cardsIn)

function cardsIn(run: Run): readonly Span[] {
  const spans: Span[] = []
  for (let first = 0; first < run.length; first += 1) {
    const end = cardFrom(run, first)
    const [from, to] = [run[first]?.from, run[end - 1]?.to]
    if (from === undefined || to === undefined || end === first) continue
    spans.push({ from, to })
    first = end - 1
  }
  return spans
}

/** Behind which group the longest card number ends that begins here; `first` where none does. */
function cardFrom(run: Run, first: number): number {
  const digits: number[] = []
  let found = first
  for (let last = first; last < run.length; last += 1) {
    digits.push(...(run[last]?.digits.slice(0, longest + 1) ?? []))
    if (digits.length > longest) break
    const groups = run.slice(first, last + 1).map(group => group.digits.length)
    if (digits.length >= shortest && isGrouped(groups) && isCard(digits)) found = last + 1
  }
  return found
}

/** American Express and Diners. */
const known = new Set(['4-6-5', '4-6-4'])

/** In groups of one size, the last perhaps shorter. */
function isGrouped(groups: readonly number[]): boolean {
  const [size = 0] = groups
  const last = groups.at(-1) ?? 0
  return (groups.slice(0, -1).every(one => one === size) && last <= size) || known.has(groups.join('-'))
}

function isCard(digits: readonly number[]): boolean {
  const [first = 0] = digits
  return first >= 2 && first <= 6 && isLuhn(digits)
}

function isLuhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((all, digit, i) => all + (i % 2 ? doubled(digit) : digit), 0)
  return sum % 10 === 0
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2)
