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
  let place = log.scrollTop
  const look = () => {
    const { clientHeight, scrollHeight, scrollTop } = log
    const near = scrollHeight - scrollTop - clientHeight < nearPx
    // A hidden panel has no height; and what grew meanwhile is no reason to think that the visitor went away.
    if (clientHeight && (near || scrollTop < place)) atEnd.value = near
    place = scrollTop
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
