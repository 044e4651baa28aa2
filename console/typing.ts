import type { Clock } from './clock.ts'

/** Often enough that the visitor goes on to see it, and no oftener. */
const everyMs = 3_000
/** Who has not pressed a key for so long is thinking. */
const idleMs = 5_000

export interface Typing {
  wrote(id: string, text: string): void
  stop(id: string): void
}

/** Tells that somebody writes, and that they stopped. */
export function createTyping(clock: Clock, tell: (id: string, state: 'start' | 'stop') => void): Typing {
  const told = new Map<string, { at: number; cancel: () => void }>()

  function stop(id: string): void {
    const known = told.get(id)
    if (!known) return
    known.cancel()
    told.delete(id)
    tell(id, 'stop')
  }
  return {
    stop,
    wrote(id, text) {
      if (text.trim() === '') return stop(id)
      const known = told.get(id)
      known?.cancel()
      const isDue = !known || clock.now() - known.at >= everyMs
      if (isDue) tell(id, 'start')
      told.set(id, { at: isDue ? clock.now() : known.at, cancel: clock.after(idleMs, () => stop(id)) })
    }
  }
}
