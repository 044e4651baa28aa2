import { findCards } from './card.ts'
import { findIbans } from './iban.ts'
import { findPhones } from './phone.ts'
import { createSearch, type Search, type Span } from './search.ts'

export { PatternError } from './parse.ts'
export { createSearch }

const email = createSearch(
  "[\\p{L}\\p{N}._%+'~!#$&*/=?^`{|}-]+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+"
)

/** What every site may name. */
export const known = { card: findCards, iban: findIbans, email, phone: findPhones } as const satisfies Record<
  string,
  Search
>

/** What a site does not want to have: by a name that is known, or by a pattern of its own. */
export type Masked = keyof typeof known | { name: string; pattern: string }

export type Mask = (text: string) => string

/** Puts its name in the place of whatever is masked: `[card]`. */
export function createMask(all: readonly Masked[]): Mask {
  const searches = all.map(one =>
    typeof one === 'string'
      ? { name: one, search: known[one] }
      : { name: one.name, search: createSearch(one.pattern) }
  )
  return text => {
    const spans = searches.flatMap(({ name, search }) => search(text).map(span => ({ ...span, name })))
    return spans.length === 0 ? text : replaced(text, spans)
  }
}

function replaced(text: string, spans: readonly (Span & { name: string })[]): string {
  let masked = ''
  let done = 0
  for (const { from, to, name } of joined(spans)) {
    masked += `${text.slice(done, from)}[${name}]`
    done = to
  }
  return masked + text.slice(done)
}

/** What overlaps is one, by the name of what stands first in the settings. */
function joined<One extends Span>(spans: readonly One[]): readonly One[] {
  const whole: One[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (!last || last.to <= span.from) whole.push(span)
    else {
      const first = spans.indexOf(last) < spans.indexOf(span) ? last : span
      whole[whole.length - 1] = { ...first, from: last.from, to: Math.max(last.to, span.to) }
    }
  }
  return whole
}
