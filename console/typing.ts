import type { Clock } from './clock.ts'
import type { Desk } from './state/desk.ts'
import type { Talk } from './state/talk.ts'

/** Often enough that the visitor goes on to see it, and no oftener. */
const everyMs = 3_000
/** Who has not pressed a key for so long is thinking. */
const idleMs = 5_000

export interface Typing {
  wrote(id: string, text: string): void
  stop(id: string): void
}

/** Tells that somebody writes, and that they stopped. */
export function createTyping(
  { talks }: Pick<Desk, 'talks'>,
  clock: Clock,
  tell: (id: string, state: 'start' | 'stop') => void
): Typing {
  const told = new Map<Talk, { at: number; cancel: () => void }>()

  function stop(talk: Talk): void {
    const known = told.get(talk)
    if (!known) return
    known.cancel()
    told.delete(talk)
    // Another talk under its id is of somebody else.
    if (talks.get(talk.id) === talk) tell(talk.id, 'stop')
  }
  return {
    stop(id) {
      const talk = talks.get(id)
      if (talk) stop(talk)
    },
    wrote(id, text) {
      const talk = talks.get(id)
      if (!talk) return
      if (text.trim() === '') return stop(talk)
      const known = told.get(talk)
      known?.cancel()
      const isDue = !known || clock.now() - known.at >= everyMs
      if (isDue) tell(id, 'start')
      told.set(talk, { at: isDue ? clock.now() : known.at, cancel: clock.after(idleMs, () => stop(talk)) })
    }
  }
}
