import { type Between, type Fits, type Node, PatternError, parse } from './parse.ts'

/** Part of a text: from this index up to that one. */
export interface Span {
  from: number
  to: number
}
/** All that belongs to any match, in order, without overlaps. */
export type Search = (text: string) => readonly Span[]

type Step =
  | { op: 'one'; fits: Fits; next: number }
  | { op: 'fork'; nexts: readonly number[] }
  | { op: 'between'; holds: Between; next: number }
  | { op: 'found' }

/** A search costs at most this many steps for each character. */
const mostSteps = 500
/** What takes nothing may be repeated without a step: that ends, too. */
const mostBuilt = 20 * mostSteps
const tooLarge = () => new PatternError('too large: repeat less, or name fewer alternatives')

/**
 * Makes a search for a regular expression that takes a time bounded by the lengths of pattern and text, whatever they are:
 * all ways of matching are followed at once, none is ever gone back to. Throws a PatternError where that cannot be.
 */
export function createSearch(pattern: string): Search {
  const { steps, first } = compile(parse(pattern))
  return text => search(steps, first, text)
}

function compile(node: Node): { steps: readonly Step[]; first: number } {
  const builder = new Builder()
  return { first: builder.whole(node), steps: builder.steps }
}

/** Builds from the end: `next` is where it goes on. Each part answers where it begins. */
class Builder {
  readonly steps: Step[] = []
  #built = 0

  whole(node: Node): number {
    return this.#build(node, this.#add({ op: 'found' }))
  }

  #add(step: Step): number {
    if (this.steps.length >= mostSteps) throw tooLarge()
    return this.steps.push(step) - 1
  }

  #build(of: Node, next: number): number {
    this.#built += 1
    if (this.#built > mostBuilt) throw tooLarge()
    switch (of.is) {
      case 'one':
        return this.#add({ op: 'one', fits: of.fits, next })
      case 'between':
        return this.#add({ op: 'between', holds: of.holds, next })
      case 'all':
        return of.parts.reduceRight((then, part) => this.#build(part, then), next)
      case 'either':
        return this.#either(of.options, next)
      case 'times':
        return this.#times(of, next)
      default:
        return of satisfies never
    }
  }

  #either(options: readonly Node[], next: number): number {
    const nexts = options.map(option => this.#build(option, next))
    return nexts.length === 1 ? (nexts[0] ?? next) : this.#add({ op: 'fork', nexts })
  }

  #times({ of, least, most }: Extract<Node, { is: 'times' }>, next: number): number {
    let then = most === Infinity ? this.#endless(of, next) : next
    for (let more = most === Infinity ? least : most; more > least; more -= 1) {
      then = this.#add({ op: 'fork', nexts: [this.#build(of, then), next] })
    }
    for (let more = least; more > 0; more -= 1) then = this.#build(of, then)
    return then
  }

  #endless(of: Node, next: number): number {
    const nexts = [next]
    const again = this.#add({ op: 'fork', nexts })
    nexts.push(this.#build(of, again))
    return again
  }
}

/** Those ways of matching that are under way at one place, those that began earliest first. */
interface Ways {
  at: number[]
  began: number[]
}

function search(steps: readonly Step[], first: number, text: string): readonly Span[] {
  const spans: Span[] = []
  const seen = new Int32Array(steps.length).fill(-1)
  let now: Ways = { at: [], began: [] }
  let before: number | undefined
  for (let i = 0, turn = 0; i <= text.length; turn += 1) {
    const after = text.codePointAt(i)
    const here: Ways = { at: [], began: [] }
    const follow = (step: number, began: number) =>
      reach(step, {
        steps,
        seen,
        turn,
        before,
        after,
        take: at => arrive(here, spans, { at, began, i, steps })
      })
    for (const [n, step] of now.at.entries()) follow(step, now.began[n] ?? i)
    follow(first, i)
    if (after === undefined) break
    now = stepped(steps, here, after)
    before = after
    i += after > 0xffff ? 2 : 1
  }
  return spans
}

interface Place {
  steps: readonly Step[]
  /** In which turn a step was reached last: the first to reach it began earliest, and is all that counts. */
  seen: Int32Array
  turn: number
  before: number | undefined
  after: number | undefined
  take(step: number): void
}

/** All that can be come to from a step without taking anything of the text. */
function reach(from: number, { steps, seen, turn, before, after, take }: Place): void {
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const step = steps[at]
    if (!step || seen[at] === turn) continue
    seen[at] = turn
    if (step.op === 'fork') open.push(...step.nexts)
    else if (step.op !== 'between') take(at)
    else if (step.holds(before, after)) open.push(step.next)
  }
}

function arrive(
  ways: Ways,
  spans: Span[],
  { at, began, i, steps }: { at: number; began: number; i: number; steps: readonly Step[] }
): void {
  if (steps[at]?.op !== 'found') {
    ways.at.push(at)
    ways.began.push(began)
  } else if (began < i) cover(spans, { from: began, to: i })
}

/** Ends come in order; what begins before the end of one before it is one with that. */
function cover(spans: Span[], { from: began, to }: Span): void {
  let from = began
  for (let last = spans.at(-1); last && last.to > from; last = spans.at(-1)) {
    from = Math.min(from, last.from)
    spans.pop()
  }
  spans.push({ from, to })
}

function stepped(steps: readonly Step[], { at, began }: Ways, one: number): Ways {
  const next: Ways = { at: [], began: [] }
  for (const [n, place] of at.entries()) {
    const step = steps[place]
    if (step?.op !== 'one' || !step.fits(one)) continue
    next.at.push(step.next)
    next.began.push(began[n] ?? 0)
  }
  return next
}
