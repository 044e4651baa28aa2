import type { Signal } from '@preact/signals-core'

/** As near to the end as this counts as being there. */
const nearPx = 40

export interface Scroll {
  /** To the end, for whoever was there before something grew. */
  follow(): void
  stop(): void
}

/** Whoever is at the end of the log stays there, whatever grows: messages, images, the composer. */
export function keepAtEnd(log: Element, atEnd: Signal<boolean>): Scroll {
  const follow = () => {
    if (atEnd.peek()) log.scrollTop = log.scrollHeight
  }
  const look = () => {
    // A hidden panel has no height, and its place is not one.
    if (log.clientHeight) atEnd.value = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx
  }
  const observer = new ResizeObserver(follow)
  for (const grows of [log, ...log.children]) observer.observe(grows)
  log.addEventListener('scroll', look)
  return {
    follow,
    stop() {
      observer.disconnect()
      log.removeEventListener('scroll', look)
    }
  }
}
