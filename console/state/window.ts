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
  readonly #places = new Map<string, number>()
  #tops = new Float64Array(1)
  #isStale = false

  adopt(rows: readonly Tall[]): void {
    if (rows === this.#rows) return
    this.#rows = rows
    this.#places.clear()
    for (const [index, { key }] of rows.entries()) this.#places.set(key, index)
    this.#isStale = true
  }

  /** Whether it was another height that was reckoned with. */
  measure(key: string, height: number): boolean {
    const index = this.#places.get(key)
    const known = this.#measured.get(key) ?? (index === undefined ? undefined : this.#rows[index]?.guess)
    this.#measured.set(key, height)
    if (known === height) return false
    this.#isStale = true
    return true
  }

  get total(): number {
    return this.top(this.#rows.length)
  }

  /** How far down a row begins. Sums are made anew after a change, at once for as many as there are. */
  top(index: number): number {
    if (this.#isStale) this.#sum()
    return this.#tops[Math.max(0, Math.min(index, this.#rows.length))] ?? 0
  }

  #sum(): void {
    const tops = new Float64Array(this.#rows.length + 1)
    let sum = 0
    for (const [index, { key, guess }] of this.#rows.entries()) {
      sum += this.#measured.get(key) ?? guess
      tops[index + 1] = sum
    }
    this.#tops = tops
    this.#isStale = false
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
    const index = this.#places.get(key)
    return index === undefined ? undefined : this.top(index) + below
  }
}
