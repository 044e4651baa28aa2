import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from './clock.ts'
import type { Ask } from './connection/ask.ts'
import type { Given } from './state/desk.ts'
import type { Press } from './state/keys.ts'
import type { PagesPart } from './ui/pages.tsx'

export interface PagesParts extends Given {
  ask: Ask
  clock: Clock
}

const coming: PagesPart = { is: 'coming' }

/** The operators' pages: what they are made of is loaded once an operator comes in, and by nobody else. */
export function createPages(parts: PagesParts): {
  part: ReadonlySignal<PagesPart>
  /** Whether the key was one of theirs. */
  run(press: Press): boolean
} {
  const { desk } = parts
  const part = signal<PagesPart>(coming)
  const isOperator = computed(() => desk.me.value?.role === 'operator')
  let press: ((press: Press) => boolean) | undefined

  async function load(): Promise<void> {
    try {
      const { startOperators } = await import('./operators/index.tsx')
      const { run, ...there } = startOperators(parts)
      press = run
      batch(() => {
        part.value = { is: 'there', ...there }
        // There was nothing to have the focus before.
        if (desk.place.peek().page !== 'desk') desk.wish.value = 'page'
      })
    } catch {
      part.value = { is: 'failed', reload: () => location.reload() }
    }
  }
  let isAsked = false
  effect(() => {
    if (!isOperator.value || isAsked) return
    isAsked = true
    void load()
  })
  return {
    // An agent may come in where an operator has gone out.
    part: computed(() => (isOperator.value ? part.value : coming)),
    run: pressed => isOperator.peek() && press?.(pressed) === true
  }
}
