import type { Store } from '../../conversation/store.ts'
import { framesOf } from './frames.ts'

const pageSize = 100

/** What was stored after one place and up to another: all of it, as it goes out. */
export interface Page {
  after: number
  last: number
  frames: readonly string[]
  /** There may be more. */
  full: boolean
}

type Hear = (page: Page) => void

/** What is stored, read and written down once for all who listen. */
export interface Feed {
  /** Nothing of what is stored once this has resolved is missed. */
  listen(hear: Hear): Promise<() => void>
  /** For who is behind. */
  read(after: number): Promise<Page>
}

export type FeedStore = Pick<Store, 'stored' | 'summary' | 'newest' | 'watch'>

export function createFeed(store: FeedStore, onFault: (error: unknown) => void): Feed {
  const listeners = new Set<Hear>()
  /** All up to here has been told. */
  let place = 0
  let ready = Promise.resolve()
  let phase: 'idle' | 'reading' | 'woken' = 'idle'

  async function read(after: number): Promise<Page> {
    const stored = await store.stored(after, pageSize)
    const last = stored.at(-1)?.place ?? after
    return { after, last, frames: await framesOf(store, stored), full: stored.length === pageSize }
  }

  async function tell(): Promise<void> {
    await ready
    for (;;) {
      const page = await read(place)
      // Who began to listen meanwhile may be further on.
      place = Math.max(place, page.last)
      if (page.last > page.after) for (const hear of listeners) hear(page)
      if (!page.full && phase === 'reading') break
      phase = 'reading'
    }
    phase = 'idle'
  }

  function wake(): void {
    if (phase === 'reading') phase = 'woken'
    if (phase !== 'idle' || listeners.size === 0) return
    phase = 'reading'
    tell().catch((error: unknown) => {
      phase = 'idle'
      onFault(error)
    })
  }

  store.watch({ appended: wake })

  return {
    read,
    async listen(hear) {
      // While nobody listened, nobody read on.
      if (listeners.size === 0) ready = store.newest().then(newest => void (place = newest))
      listeners.add(hear)
      await ready
      return () => {
        listeners.delete(hear)
      }
    }
  }
}
