import type { Hook } from './hooks.ts'
import { askHooks } from './hooks.ts'

type Say = (text: string, of: number | undefined) => void

export interface Outgoing {
  say(text: string, of?: number): void
  /** What is still being looked at goes as it is: the page may be gone before its hooks have answered. */
  flush(): void
  /** What is still being looked at goes nowhere: whose it was is gone. */
  forget(): void
}

/** What the visitor says goes past the page's hooks, in the order in which it was said. */
export function createOutgoing(hooks: () => readonly Hook[], say: Say): Outgoing {
  const waiting = new Map<number, { text: string; of: number | undefined }>()
  let last = Promise.resolve()
  let count = 0

  function leave(id: number, text: string | undefined): void {
    const item = waiting.get(id)
    if (waiting.delete(id) && text !== undefined) say(text, item?.of)
  }

  return {
    say(text, of) {
      if (!hooks().length && !waiting.size) {
        say(text, of)
        return
      }
      const id = count++
      waiting.set(id, { text, of })
      last = last.then(async () => {
        if (waiting.has(id)) leave(id, await askHooks(hooks(), { from: 'visitor', text }))
      })
    },
    flush() {
      for (const [id, { text }] of waiting) leave(id, text)
    },
    forget: () => waiting.clear()
  }
}
