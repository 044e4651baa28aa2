import type { ConversationId } from '#shared/ids.ts'
import { Lru } from '../lib/lru.ts'
import { fold, type Known, unknownYet } from './state.ts'
import type { Store } from './store.ts'

const pageSize = 500

/** What conversations' logs add up to. May be behind the log, never beside it: an append finds out. */
export interface States {
  /** As last known; from the log when nothing is known. */
  get(conversation: ConversationId): Promise<Known>
  /** Catches up with the log. */
  refresh(conversation: ConversationId): Promise<Known>
  /** After an append of ours. */
  keep(conversation: ConversationId, known: Known): void
  /** It is gone. */
  forget(conversation: ConversationId): void
}

export function createStates(store: Store, limit = 50_000): States {
  const states = new Lru<ConversationId, Known>(limit)

  function keep(conversation: ConversationId, known: Known): void {
    const held = states.get(conversation)
    if (!held || held.head < known.head) states.set(conversation, known)
  }

  async function refresh(conversation: ConversationId): Promise<Known> {
    let known = states.get(conversation) ?? unknownYet
    for (;;) {
      const page = await store.read(conversation, known.head, pageSize)
      known = fold(known, page)
      if (page.length < pageSize) break
    }
    if (known.head > 0) keep(conversation, known)
    return known
  }

  return {
    keep,
    forget: conversation => states.delete(conversation),
    refresh,
    async get(conversation) {
      return states.get(conversation) ?? (await refresh(conversation))
    }
  }
}
