import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Drawn } from './drawn.ts'
import { Heights } from './heights.ts'
import { most } from './long.ts'
import { type Row, textOf } from './rows.ts'

/** The row at the upper edge of what is seen, and how much of it is above. */
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
  const height = signal(600)
  const kept = signal<string | undefined>(undefined)
  /** Another one each time what is drawn no longer covers what is seen. */
  const moved = signal(0)
  let place: Place = { index: 0, above: 0 }
  let known: readonly Row[] = []
  let span = { from: 0, to: -1 }

  function adopt(all: readonly Row[]): void {
    if (all === known) return
    const { start, before, after } = changeOf(known, all)
    heights.splice(start, before - start, all.slice(start, after).map(guess))
    if (place.index >= before) place = { ...place, index: place.index + after - before }
    else if (place.index >= start)
      place = { index: Math.min(place.index, Math.max(start, after - 1)), above: 0 }
    known = all
  }

  const top = () => heights.top(place.index) + place.above
  adopt(rows.peek())

  const drawn = computed((): Drawn => {
    const all = rows.value
    adopt(all)
    void moved.value
    const seen = atEnd.value ? heights.total - height.value : top()
    span = { from: heights.find(seen - margin), to: heights.find(seen + height.value + margin) }
    return { rows: all, ...layOut(heights, all, [...places(span), ...keptPlace(all)]) }
  })

  const keptPlace = (all: readonly Row[]): number[] =>
    kept.value === undefined ? [] : [all.findIndex(({ key }) => key === kept.value)]

  return {
    drawn,
    place: () => (atEnd.peek() ? undefined : place),
    look(top, high, row = 0) {
      const y = heights.top(row) + top
      height.value = high
      place = { index: heights.find(y), above: y - heights.top(heights.find(y)) }
      const above = span.from > 0 && heights.top(span.from) > y - margin / 2
      const below = span.to < heights.count - 1 && heights.top(span.to + 1) < y + high + margin / 2
      if (above || below) moved.value += 1
    },
    measure: (index, high) => heights.set(index, high),
    keep(key) {
      kept.value = key
    }
  }
}

/** What is there before the change and after it, from where they differ to where they are the same again. */
function changeOf(
  known: readonly Row[],
  all: readonly Row[]
): { start: number; before: number; after: number } {
  const same = (one: number, other: number) =>
    known[one] === all[other] || known[one]?.key === all[other]?.key
  const shorter = Math.min(known.length, all.length)
  let start = 0
  while (start < shorter && same(start, start)) start += 1
  let before = known.length
  let after = all.length
  while (before > start && after > start && same(before - 1, after - 1)) {
    before -= 1
    after -= 1
  }
  return { start, before, after }
}

const places = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

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
  const isRich = row.is === 'theirs' && row.message.content.kind !== 'text'
  const lines = Math.ceil(Math.min(textOf(row).length, most.length) / 36)
  return 25 + 22 * lines + (isRich ? 200 : 0)
}
