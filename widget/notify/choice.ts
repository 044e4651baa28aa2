import { type ReadonlySignal, signal } from '@preact/signals-core'
import { createKept } from '../outside/kept.ts'
import { type Choice, readChoice, writeChoice } from '../state/notify.ts'
import { hasLeave } from './notice.ts'

export interface Chosen {
  now: ReadonlySignal<Choice>
  set(change: Partial<Choice>): void
  stop(): void
}

/** What the visitor chose for this site, the same in all its tabs. A browser that took its leave back decides. */
export function createChoice(site: string): Chosen {
  const kept = createKept(`footbridge:${site}:notify`)
  const read = () => {
    const { sound, notify } = readChoice(kept.read())
    return { sound, notify: notify && hasLeave() }
  }
  const now = signal(read())
  const look = () => {
    now.value = read()
  }
  addEventListener('storage', look)
  return {
    now,
    set(change) {
      kept.write(writeChoice({ ...now.value, ...change }))
      look()
    },
    stop: () => removeEventListener('storage', look)
  }
}
