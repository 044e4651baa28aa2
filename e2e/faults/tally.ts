/** Counts by name. */
export class Tally<Name extends string = string> {
  readonly #counts = new Map<Name, number>()

  add(name: Name, count = 1): void {
    this.#counts.set(name, this.of(name) + count)
  }

  of(name: Name): number {
    return this.#counts.get(name) ?? 0
  }

  total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** `name count` of each, or of those that are wanted. */
  toString(wanted: (name: Name) => boolean = () => true): string {
    const sorted = [...this.#counts].filter(([name]) => wanted(name)).sort(([a], [b]) => a.localeCompare(b))
    return sorted.map(([name, count]) => `${name} ${count}`).join(', ')
  }
}
