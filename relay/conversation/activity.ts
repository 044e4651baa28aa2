import type { ConversationId, Seq } from '#shared/ids.ts'
import type { State } from './state.ts'

/** What happens in a conversation without being a part of it. */
export type Activity =
  | { kind: 'typing'; by: 'visitor' | 'bot' | 'agent'; state: 'start' | 'stop' }
  | { kind: 'seen'; seq: Seq }
  /** What the visitor said up to here has been taken by whom it was for. */
  | { kind: 'delivered'; seq: Seq }

type Listener = (conversation: ConversationId, activity: Activity, state: State) => void

/** Fans activity out to whoever is there, and forgets it. */
export interface ActivityHub {
  tell: Listener
  listen(listener: Listener): () => void
}

export function createActivityHub(): ActivityHub {
  const listeners = new Set<Listener>()
  return {
    tell(conversation, activity, state) {
      for (const listener of listeners) listener(conversation, activity, state)
    },
    listen(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  }
}
