import type { StorageLike } from './storage.ts'

/** A storage of a browser: what it keeps are its own properties too. `change`: otherwise than at once. */
export function createStorage(
  kept: Map<string, string>,
  change: (how: (kept: Map<string, string>) => void) => void = how => how(kept)
): StorageLike {
  const storage: StorageLike = {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => change(one => one.set(key, value)),
    removeItem: key => change(one => one.delete(key))
  }
  return new Proxy(storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
  })
}
