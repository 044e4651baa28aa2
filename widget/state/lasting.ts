import { effect, type ReadonlySignal, signal } from '@preact/signals-core'

/** Runs once after `ms`; the answer takes it back. */
export type After = (ms: number, run: () => void) => () => void

/** True once `source` has been so for a while without a break, false at once when it is no longer; while it is watched. */
export function lasting(source: ReadonlySignal<boolean>, ms: number, after: After): ReadonlySignal<boolean> {
  let stop: (() => void) | undefined
  const lasts = signal(false, {
    watched() {
      stop = effect(() => {
        lasts.value = false
        return source.value ? after(ms, () => (lasts.value = true)) : undefined
      })
    },
    unwatched: () => stop?.()
  })
  return lasts
}
