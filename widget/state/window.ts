import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Drawn } from './drawn.ts'
import { Heights } from './heights.ts'
import { most } from './long.ts'
import type { Row } from './rows.ts'
import { textOf } from './text-of.ts'

/** The row at the upper edge of what is seen, and how much of it is above; less than nothing where it begins below. */
interface Place {
  index: number
  above: number
}

/** The part of a long log that is drawn: what is seen, a little more, and the row that has the focus. */
export interface LogWindow {
  drawn: ReadonlySignal<Drawn>
  /** Where one is; undefined at the end of the log, whatever comes. */
  place(): Place | undefined
  /** What is seen now is so high, and begins so far below the beginning of a row, the first if none is said. */
  look(top: number, height: number, row?: number): void
  /** What is seen now is so far below what was seen last. */
  move(down: number): void
  /** A row is so high. */
  measure(index: number, height: number): void
  /** This one is drawn wherever one is. */
  keep(key: string | undefined): void
}

/** What is drawn beyond what is seen, on either side, px. */
const margin = 360

interface Given {
  rows: ReadonlySignal<readonly Row[]>
  atEnd: Signal<boolean>
}

export function createWindow({ rows, atEnd }: Given): LogWindow {
  const heights = new Heights()
  const kept = signal<string | undefined>(undefined)
  /** What is seen; another one each time what is drawn no longer covers it. */
  const view = signal({ height: 600 })
  let place: Place = { index: 0, above: 0 }
  let known: readonly Row[] = []
  let span: Span = { from: 0, to: -1 }
  const keptIn = findKept()

  function adopt(all: readonly Row[]): void {
    if (all === known) return
    const change = changeOf(known, all)
    const { start, before, after } = change
    heights.splice(start, before - start, all.slice(start, after).map(guess))
    place = placeAfter(place, change)
    known = all
  }

  const top = () => heights.top(place.index) + place.above
  adopt(rows.peek())

  const drawn = computed((): Drawn => {
    const all = rows.value
    adopt(all)
    const { height } = view.value
    const seen = atEnd.value ? heights.total - height : top()
    span = { from: heights.find(seen - margin), to: heights.find(seen + height + margin) }
    return { rows: all, ...layOut(heights, all, [...places(span), ...keptIn(all, kept.value)]) }
  })

  function placeAt(y: number): Place {
    const index = heights.find(y)
    return { index, above: y - heights.top(index) }
  }

  return {
    drawn,
    place: () => (atEnd.peek() ? undefined : place),
    move: down => void (place = { ...place, above: place.above + down }),
    look(top, high, row = 0) {
      const y = heights.top(row) + top
      // How high that row and those before it may be is not asked if it need not be.
      place = top < heights.height(row) ? { index: row, above: top } : placeAt(y)
      if (!covers(heights, span, y, high) || view.peek().height !== high) view.value = { height: high }
    },
    measure: (index, high) => heights.set(index, high),
    keep: key => void (kept.value = key)
  }
}

/** The first and the last that is drawn. */
interface Span {
  from: number
  to: number
}

/** What is drawn reaches far enough beyond what is seen. */
function covers(heights: Heights, { from, to }: Span, y: number, high: number): boolean {
  const above = from > 0 && heights.top(from) > y - margin / 2
  const below = to < heights.count - 1 && heights.top(to + 1) < y + high + margin / 2
  return !above && !below
}

/** Finds the row that is kept, most often where it was. */
function findKept(): (all: readonly Row[], kept: string | undefined) => number[] {
  let at = 0
  return (all, kept) => {
    if (kept === undefined) return []
    if (all[at]?.key !== kept) at = all.findIndex(({ key }) => key === kept)
    return [at]
  }
}

interface Change {
  start: number
  before: number
  after: number
}

/** What is there before the change and after it, from where they differ to where they are the same again. */
function changeOf(known: readonly Row[], all: readonly Row[]): Change {
  const same = (one: number, other: number) =>
    known[one] === all[other] || known[one]?.key === all[other]?.key
  const shorter = Math.min(known.length, all.length)
  // From the end: a log only grows, so where two are the same all before them are.
  let start = shorter
  while (start && !same(start - 1, start - 1)) start -= 1
  let before = known.length
  let after = all.length
  while (before > start && after > start && same(before - 1, after - 1)) {
    before -= 1
    after -= 1
  }
  return { start, before, after }
}

function placeAfter(place: Place, { start, before, after }: Change): Place {
  if (place.index < start) return place
  if (place.index >= before) return { ...place, index: place.index + after - before }
  return { index: Math.min(place.index, Math.max(start, after - 1)), above: 0 }
}

const places = ({ from, to }: Span): number[] => [...Array(to - from + 1).keys()].map(index => from + index)

function layOut(heights: Heights, rows: readonly Row[], indices: readonly number[]): Omit<Drawn, 'rows'> {
  let end = 0
  const pieces = [...new Set(indices)]
    .sort((a, b) => a - b)
    .flatMap(index => {
      const row = rows[index]
      if (!row) return []
      const piece = { row, index, room: heights.top(index) - heights.top(end) }
      end = index + 1
      return [piece]
    })
  return { pieces, after: heights.total - heights.top(end) }
}

/** How high a row may be that was never drawn. */
function guess(row: Row): number {
  if (row.is === 'note') return 40
  const isRich = row.content.kind !== 'text'
  const lines = Math.ceil(Math.min(textOf(row).length, most.length) / 36)
  return 25 + 22 * lines + (isRich ? 200 : 0)
}
