import { effect } from '@preact/signals-core'
import { lazy } from './lazy.ts'
import type { Inside } from './outside/index.ts'
import { worded } from './words/rest.ts'

const outside = lazy(() => worded(import('./outside/index.ts')))

/** Loads what reaches beyond the panel once there are news, or once it may be chosen how. Answers how to stop. */
export function reachOut(inside: Inside): () => void {
  const { unread, sheet } = inside.state
  let back: (() => void) | undefined
  const stop = effect(() => {
    const part = (unread.value > 0 || sheet.value) && outside.now()
    if (part) back ??= part.reach(inside)
  })
  return () => {
    stop()
    back?.()
  }
}
