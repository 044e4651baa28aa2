import { batch } from '@preact/signals-core'
import { lazy } from '../lazy.ts'
import type { Chat } from '../state/chat.ts'

/** The ways of the keyboard, and copying: they come right after the log. */
export const reach = lazy(() => import('./reach.ts'))

/** As near to the end as this counts as being there, px. */
const nearPx = 40
/** So near to the beginning of what is known, older lines are fetched, px. */
const soonPx = 800

export interface Tended {
  /** After each drawing: what is seen stays where it is. */
  settle(): void
  stop(): void
}

/**
 * Looks after the log on the screen: measures its rows, tells its window what is seen, and holds on to the row at the
 * upper edge, or to the end, whatever grows: messages, older ones, images, the composer.
 */
export function tend(log: HTMLElement, chat: Chat): Tended {
  const { window: rows, atEnd } = chat
  const list = log.querySelector('.rows') ?? log
  const places = new Map<Element, number>()
  const roving = roveLater(log, chat)
  let last = 0
  let frame = 0

  /** A hidden panel has no heights worth knowing. */
  const isShown = () => log.clientHeight > 0
  /** How far the upper edge of what is seen is below the first row's. */
  const top = () => log.getBoundingClientRect().top - list.getBoundingClientRect().top

  function hold(): void {
    const place = rows.place()
    if (!isShown()) return
    if (place) holdRow(place)
    else log.scrollTop = log.scrollHeight
    last = log.scrollTop
  }

  function holdRow({ index, above }: { index: number; above: number }): void {
    const row = [...places].find(([, at]) => at === index)?.[0]
    if (!row) return
    const moved = row.getBoundingClientRect().top - log.getBoundingClientRect().top + above
    if (Math.abs(moved) >= 0.5) log.scrollTop += moved
  }

  function look(): void {
    if (!isShown()) return
    const { clientHeight, scrollHeight, scrollTop } = log
    const near = scrollHeight - scrollTop - clientHeight < nearPx
    batch(() => {
      rows.look(top(), clientHeight)
      // What grew meanwhile is no reason to think that the visitor went away.
      if (near || scrollTop < last) atEnd.value = near
    })
    last = scrollTop
    if (top() < soonPx && chat.more.peek() && !chat.fetching.peek()) chat.older()
  }

  function soon(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      look()
    })
  }

  const observer = new ResizeObserver(changes => {
    if (!isShown()) return
    for (const { target, borderBoxSize } of changes) {
      const index = places.get(target)
      const height = borderBoxSize[0]?.blockSize
      if (index !== undefined && height !== undefined) rows.measure(index, height)
    }
    hold()
    // Drawing here would be measured too late for this frame, and browsers complain of that.
    soon()
  })

  function observe(): void {
    const { pieces } = rows.drawn.peek()
    for (const row of places.keys()) if (row.parentNode !== list) forget(row)
    for (const [at, row] of [...list.children].entries()) {
      if (!places.has(row)) observer.observe(row)
      places.set(row, pieces[at]?.index ?? 0)
    }
  }

  function forget(row: Element): void {
    observer.unobserve(row)
    places.delete(row)
  }

  for (const grows of [log, ...log.children]) observer.observe(grows)
  log.addEventListener('scroll', look, { passive: true })
  return {
    settle() {
      observe()
      hold()
      roving.settle()
    },
    stop() {
      cancelAnimationFrame(frame)
      observer.disconnect()
      roving.stop()
      log.removeEventListener('scroll', look)
    }
  }
}

/** As soon as the part is there; whoever is quicker finds more stops on their way, and all of them work. */
function roveLater(log: HTMLElement, chat: Chat): Tended {
  let roving: Tended | undefined
  let gone = false
  void reach.load().then(part => {
    if (gone) return
    roving = part?.rove(log, chat)
    roving?.settle()
  })
  return {
    settle: () => roving?.settle(),
    stop() {
      gone = true
      roving?.stop()
    }
  }
}
