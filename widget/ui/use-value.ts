import type { ReadonlySignal } from '@preact/signals-core'
import { useLayoutEffect, useState } from 'preact/hooks'

/** What a signal says; the component is drawn again when it says something else. */
export function useValue<Value>(signal: ReadonlySignal<Value>): Value {
  const [value, setValue] = useState(() => signal.peek())
  useLayoutEffect(() => signal.subscribe(next => setValue(() => next)), [signal])
  return value
}
