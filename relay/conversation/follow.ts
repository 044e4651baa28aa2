import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Entry } from './entry.ts'
import type { Store } from './store.ts'

const pageSize = 100

/** Takes the next part of a log. Reading waits for the promise: a slow reader is never flooded. */
type Show = (entries: readonly Entry[]) => Promise<void> | void

/**
 * Reads logs from a place, then live: every entry once, in order, without holes. `lost`: it could not read on, or not
 * show, and nothing more comes.
 */
export interface Follow {
  (conversation: ConversationId, after: Seq, show: Show, lost?: () => void): () => void
}

export function createFollow(store: Store, onFault: (error: unknown) => void): Follow {
  const readers = new Map<ConversationId, Set<Reader>>()
  store.watch({
    appended(conversation, entries) {
      for (const reader of readers.get(conversation) ?? []) reader.hear(entries)
    }
  })

  return function follow(conversation, after, show, lost) {
    const onLost = (error: unknown) => {
      onFault(error)
      lost?.()
    }
    const reader = new Reader({ store, conversation, after, show, onLost })
    const others = readers.get(conversation) ?? new Set()
    readers.set(conversation, others.add(reader))
    reader.catchUp()
    return () => {
      reader.stop()
      others.delete(reader)
      if (others.size === 0 && readers.get(conversation) === others) readers.delete(conversation)
    }
  }
}

interface Reading {
  store: Store
  conversation: ConversationId
  after: Seq
  show: Show
  onLost: (error: unknown) => void
}

/** Backfill, cut over, live. While it reads, news only wakes it up again: the log is the truth. */
class Reader {
  readonly #reading: Reading
  #last: Seq
  #phase: 'idle' | 'reading' | 'woken' | 'stopped' = 'idle'

  constructor(reading: Reading) {
    this.#reading = reading
    this.#last = reading.after
  }

  hear(entries: readonly Entry[]): void {
    if (this.#phase === 'reading') this.#phase = 'woken'
    if (this.#phase !== 'idle') return
    if (entries[0]?.seq === this.#last + 1) this.#give(entries)
    else if ((entries.at(-1)?.seq ?? 0) > this.#last) this.catchUp()
  }

  catchUp(): void {
    this.#phase = 'reading'
    this.#read().catch(error => this.#lose(error))
  }

  stop(): void {
    this.#phase = 'stopped'
  }

  /** Live: the common path, without a question to the store. */
  #give(entries: readonly Entry[]): void {
    this.#last += entries.length
    const busy = this.#reading.show(entries)
    if (!busy) return
    this.#phase = 'reading'
    busy.then(
      () => this.#settle(),
      error => this.#lose(error)
    )
  }

  #lose(error: unknown): void {
    this.stop()
    this.#reading.onLost(error)
  }

  #settle(): void {
    if (this.#phase === 'woken') this.catchUp()
    else if (this.#phase === 'reading') this.#phase = 'idle'
  }

  async #read(): Promise<void> {
    for (;;) {
      const page = await this.#reading.store.read(this.#reading.conversation, this.#last, pageSize)
      if (this.#stopped()) return
      if (page.length > 0) {
        this.#last += page.length
        await this.#reading.show(page)
      }
      if (this.#stopped()) return
      if (page.length < pageSize && this.#phase === 'reading') break
      this.#phase = 'reading'
    }
    this.#phase = 'idle'
  }

  #stopped(): boolean {
    return this.#phase === 'stopped'
  }
}
