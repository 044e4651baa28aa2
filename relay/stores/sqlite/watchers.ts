import type { Watcher } from '../../conversation/store.ts'

interface Watchers extends Required<Watcher> {
  /** Returns how to end it. */
  add(watcher: Watcher): () => void
}

/** All who watch the store. Each is told for itself: an exception of one keeps nothing from the others. */
export function createWatchers(onFault: (error: unknown) => void): Watchers {
  const watchers = new Set<Watcher>()

  function each(tell: (watcher: Watcher) => void): void {
    for (const watcher of watchers) {
      try {
        tell(watcher)
      } catch (error) {
        onFault(error)
      }
    }
  }

  return {
    add(watcher) {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    appended: (conversation, entries) => each(watcher => watcher.appended?.(conversation, entries)),
    owed: deliveries => each(watcher => watcher.owed?.(deliveries))
  }
}
