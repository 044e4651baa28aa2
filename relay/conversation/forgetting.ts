import type { ConversationId } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry } from './entry.ts'
import type { States } from './states.ts'
import type { Gone, Visitors, Whom } from './visitors.ts'

interface ForgettingParts {
  store: Pick<Visitors, 'erase'>
  states: Pick<States, 'forget'>
  clock: Clock
  /** Who wants to hear of an entry, whatever the site. */
  subscribers: ((entry: Entry) => readonly DestinationId[]) | undefined
  /** Takes away what lies beside the store; never rejects. */
  eraseFiles?(gone: readonly ConversationId[]): Promise<void>
}

/** Whoever remembers something of conversations, or has them open. */
export type Forgetful = Gone

/** Has everybody forget what is gone from the store. */
export interface Forgetting {
  /** All of one visitor; a tombstone stands where each log was. Undefined when it could not be done. */
  erase(whom: Whom): Promise<readonly ConversationId[] | undefined>
  /** These are gone from the store already. */
  gone: Forgetful
  /** Told of what is gone, in the order in which they came. */
  tell(one: Forgetful): void
}

/** Of what an erasure says nobody wants to know more than its kind. */
const erasure = (at: number): Entry => ({ seq: 1, at, kind: 'erased', site: '', bot: '' })

export function createForgetting(parts: ForgettingParts): Forgetting {
  const { store, states, clock, subscribers } = parts
  const told: Forgetful[] = []

  function gone(conversations: readonly ConversationId[]): void {
    for (const conversation of conversations) states.forget(conversation)
    for (const one of told) one(conversations)
  }

  return {
    gone,
    tell: one => void told.push(one),
    async erase(whom) {
      const at = clock.now()
      const all = new Set<ConversationId>()
      const erased = await store.erase(whom, { at, owed: subscribers?.(erasure(at)) ?? [] }, ids => {
        gone(ids)
        for (const id of ids) all.add(id)
      })
      // Also when it was not done to its end, and of what one before had left undone.
      await parts.eraseFiles?.([...all])
      return erased
    }
  }
}
