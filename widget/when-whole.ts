import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { lazy } from './lazy.ts'

/** Where the panel takes the whole screen: as its styles have it. */
const whole = matchMedia('(max-width:480px),(max-height:480px)')
const phone = lazy(() => import('./phone.ts'))

/** What is different where the open panel is the whole screen, for as long as it is. Answers how to stop. */
export function whenWhole(box: HTMLElement, open: ReadonlySignal<boolean>, close: () => void): () => void {
  const matches = signal(whole.matches)
  const look = () => {
    matches.value = whole.matches
  }
  whole.addEventListener('change', look)
  let leave: (() => void) | undefined
  const stop = effect(() => {
    leave?.()
    leave = (open.value && matches.value && phone.now()?.enter(box, close)) || undefined
  })
  return () => {
    whole.removeEventListener('change', look)
    stop()
    leave?.()
  }
}
