/** A map that forgets what was used longest ago. */
export class Lru<Key, Value> {
  readonly #limit: number
  readonly #map = new Map<Key, Value>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: Key): Value | undefined {
    const value = this.#map.get(key)
    if (value === undefined) return undefined
    this.#map.delete(key)
    this.#map.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.#map.delete(key)
    this.#map.set(key, value)
    if (this.#map.size <= this.#limit) return
    const oldest = this.#map.keys().next()
    if (!oldest.done) this.#map.delete(oldest.value)
  }

  delete(key: Key): void {
    this.#map.delete(key)
  }

  /** What was used longest ago first. To list it is not to use it. */
  values(): readonly Value[] {
    return [...this.#map.values()]
  }

  deleteWhere(isGone: (key: Key, value: Value) => boolean): void {
    for (const [key, value] of this.#map) if (isGone(key, value)) this.#map.delete(key)
  }
}
