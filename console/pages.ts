import { batch, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from './clock.ts'
import type { Ask } from './connection/ask.ts'
import type { Given } from './state/desk.ts'
import type { KeyDeed } from './state/keys.ts'
import type { PagesPart } from './ui/pages.tsx'

export interface PagesParts extends Given {
  ask: Ask
  clock: Clock
}

/** The operators' pages: what they are made of is loaded once an operator goes to one, and by nobody else. */
export function createPages(parts: PagesParts): {
  part: ReadonlySignal<PagesPart>
  /** Whether the key was one of theirs. */
  run(deed: KeyDeed): boolean
} {
  const { desk, deeds } = parts
  const part = signal<PagesPart>({ is: 'coming' })
  let runOnPage: ((deed: KeyDeed) => void) | undefined

  async function load(): Promise<void> {
    try {
      const { startOperators } = await import('./operators/index.tsx')
      const { draw, run } = startOperators(parts)
      runOnPage = run
      batch(() => {
        part.value = { is: 'there', draw }
        // There was nothing to have the focus before.
        desk.wish.value = 'page'
      })
    } catch {
      part.value = { is: 'failed', reload: () => location.reload() }
    }
  }
  let isAsked = false
  effect(() => {
    if (desk.place.value.page === 'desk' || isAsked) return
    isAsked = true
    void load()
  })
  return {
    part,
    run(deed) {
      switch (deed) {
        case 'conversations':
        case 'health':
        case 'dead-letters':
        case 'subscriptions':
          deeds.go(deed)
          return true
        case 'search':
        case 'nextLine':
        case 'lastLine':
        case 'allLines':
        case 'again':
          runOnPage?.(deed)
          return true
        default:
          return false
      }
    }
  }
}
