import { Lru } from '../../lib/lru.ts'
import type { Place } from './address.ts'

/**
 * Which thread of a chat is the last one, as far as was heard. Calls name the chat alone, so that words for a thread
 * that is over would be said in the next.
 */
export interface Memory {
  /** The thread has begun, or goes on. */
  goesOn(place: Place, begins: boolean): void
  ended(place: Place): void
  isOver(place: Place): boolean
}

export function createMemory(limit = 50_000): Memory {
  const last = new Lru<string, string>(limit)
  const over = new Lru<string, true>(limit)

  return {
    goesOn({ chat, thread }, begins) {
      const known = last.get(chat)
      if (begins || known === undefined || over.get(known)) last.set(chat, thread)
    },
    ended: ({ thread }) => over.set(thread, true),
    isOver: ({ chat, thread }) => over.get(thread) === true || (last.get(chat) ?? thread) !== thread
  }
}
