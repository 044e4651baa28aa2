import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { useChat } from './context.ts'
import { useValue } from './use-value.ts'

/** Takes the focus whenever the panel opens, or when this appears in an open one in place of what had the focus. */
export function useFocus(target: RefObject<HTMLElement | null>): void {
  const open = useValue(useChat().open)
  useLayoutEffect(() => {
    if (open) target.current?.focus({ preventScroll: true })
  }, [open, target])
}
