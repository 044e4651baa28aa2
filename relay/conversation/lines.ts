/** Lines in which those who want the same wait for their turn. A line is there while somebody stands in it. */
export interface Lines<Key> {
  has(key: Key): boolean
  /** Runs when all who came before are through, whatever became of them. */
  join<Result>(key: Key, run: () => Promise<Result>): Promise<Result>
}

export function createLines<Key>(): Lines<Key> {
  const last = new Map<Key, Promise<unknown>>()
  return {
    has: key => last.has(key),
    async join(key, run) {
      const mine = (last.get(key) ?? Promise.resolve()).then(run, run)
      last.set(key, mine)
      try {
        return await mine
      } finally {
        if (last.get(key) === mine) last.delete(key)
      }
    }
  }
}
