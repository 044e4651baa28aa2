import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { lazy } from './lazy.ts'

const phone = lazy(() => import('./phone.ts'))

/** What is different where the open panel is the whole screen, for as long as it is. Answers how to stop. */
export function whenWhole(box: HTMLElement, open: ReadonlySignal<boolean>, close: () => void): () => void {
  // Where the panel takes the whole screen: as its styles have it.
  const whole = matchMedia('(max-width:480px),(max-height:480px)')
  const matches = signal(whole.matches)
  whole.onchange = () => {
    matches.value = whole.matches
  }
  // What answers how to leave is left when this is looked at again.
  const stop = effect(() => (open.value && matches.value && phone.now()?.enter(box, close)) || undefined)
  return () => {
    whole.onchange = null
    stop()
  }
}
