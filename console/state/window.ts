/** What a window needs to know of a row. */
export interface Tall {
  key: string
  /** How high it may be while nobody has drawn it, px. */
  guess: number
  /** It may stand elsewhere once more is known, as the name of a day does: no place is reckoned from it. */
  moves?: true
}

/** The part of a long column of rows that is drawn, with the room that the others take. */
export interface Drawn {
  /** First and one after the last. */
  from: number
  to: number
  before: number
  after: number
}

/** A place that stays the same while rows around it change: so far below the beginning of a row. */
export interface Anchor {
  key: string
  below: number
}

/** Heights of rows below one another, as far as they were measured, and where each begins. */
export class RowWindow {
  #rows: readonly Tall[] = []
  readonly #measured = new Map<string, number>()
  /** Where each row is, but for the shift: what comes before all others moves them in one go. */
  readonly #places = new Map<string, number>()
  #shift = 0
  #tops = new Float64Array(1)
  /** So many of the rows are reckoned: below them their sums hold. */
  #reckoned = 0

  /** Whatever is as it was, at the beginning or at the end, costs next to nothing: mostly all but a few rows. */
  adopt(rows: readonly Tall[]): void {
    if (rows === this.#rows) return
    const before = sameUpTo(this.#rows, rows)
    const after = sameFromEnd(this.#rows, rows)
    const gone = before >= after ? [before, this.#rows.length] : [0, this.#rows.length - after]
    const come = before >= after ? [before, rows.length] : [0, rows.length - after]
    for (const { key } of this.#rows.slice(...gone)) this.#places.delete(key)
    if (before < after) this.#shift += rows.length - this.#rows.length
    for (let index = come[0] ?? 0; index < (come[1] ?? 0); index += 1)
      this.#places.set(rows[index]?.key ?? '', index - this.#shift)
    this.#rows = rows
    this.#reckoned = Math.min(this.#reckoned, before)
  }

  #placeOf(key: string): number | undefined {
    const place = this.#places.get(key)
    return place === undefined ? undefined : place + this.#shift
  }

  /** Whether it was another height that was reckoned with. */
  measure(key: string, height: number): boolean {
    const index = this.#placeOf(key)
    const known = this.#measured.get(key) ?? (index === undefined ? undefined : this.#rows[index]?.guess)
    this.#measured.set(key, height)
    if (known === height) return false
    this.#reckoned = Math.min(this.#reckoned, index ?? this.#reckoned)
    return true
  }

  get total(): number {
    return this.top(this.#rows.length)
  }

  /** How far down a row begins. After a change sums are made anew from there on, at once for as many as there are. */
  top(index: number): number {
    if (this.#reckoned < this.#rows.length) this.#sum()
    return this.#tops[Math.max(0, Math.min(index, this.#rows.length))] ?? 0
  }

  #sum(): void {
    const count = this.#rows.length
    if (this.#tops.length <= count) {
      const tops = new Float64Array(2 * count + 1)
      tops.set(this.#tops)
      this.#tops = tops
    }
    let sum = this.#tops[this.#reckoned] ?? 0
    for (let index = this.#reckoned; index < count; index += 1) {
      const row = this.#rows[index]
      if (row) sum += this.#measured.get(row.key) ?? row.guess
      this.#tops[index + 1] = sum
    }
    this.#reckoned = count
  }

  /** The row at so many pixels from the top. */
  find(y: number): number {
    let low = 0
    let high = Math.max(0, this.#rows.length - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.top(middle) <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  drawn(seen: { top: number; height: number }, margin: number): Drawn {
    const count = this.#rows.length
    if (!count) return { from: 0, to: 0, before: 0, after: 0 }
    const from = this.find(seen.top - margin)
    const to = this.find(seen.top + seen.height + margin) + 1
    return { from, to, before: this.top(from), after: this.total - this.top(to) }
  }

  anchor(y: number): Anchor | undefined {
    let index = this.find(y)
    while (this.#rows[index]?.moves && index + 1 < this.#rows.length) index += 1
    const row = this.#rows[index]
    return row && { key: row.key, below: y - this.top(index) }
  }

  /** Where it is now; undefined when its row is gone. */
  placeOf({ key, below }: Anchor): number | undefined {
    const index = this.#placeOf(key)
    return index === undefined ? undefined : this.top(index) + below
  }
}

const isSame = (one: Tall | undefined, other: Tall | undefined): boolean =>
  one !== undefined && one.key === other?.key && one.guess === other.guess

function sameUpTo(one: readonly Tall[], other: readonly Tall[]): number {
  let same = 0
  while (isSame(one[same], other[same])) same += 1
  return same
}

function sameFromEnd(one: readonly Tall[], other: readonly Tall[]): number {
  let same = 0
  while (isSame(one[one.length - 1 - same], other[other.length - 1 - same])) same += 1
  return same
}
