import type { Desk } from '../state/desk.ts'
import { marginPx, type Talk } from '../state/talk.ts'

/** Near enough to the end to be at it, px. */
const nearPx = 48
/** So near to the beginning of what is here, what was before is asked for. */
const earlyPx = 800

/** Measures what was just drawn, and puts each log where its reader is. */
export function settleLogs(box: HTMLElement, desk: Desk): void {
  for (const log of box.querySelectorAll<HTMLElement>('[data-log]')) {
    const talk = desk.talks.get(log.dataset['log'] ?? '')
    if (talk) settle(log, talk)
  }
}

function settle(log: HTMLElement, { view }: Talk): void {
  let changed = false
  for (const row of log.querySelectorAll<HTMLElement>('[data-row]'))
    changed = view.window.measure(row.dataset['row'] ?? '', row.offsetHeight) || changed
  const height = log.clientHeight
  const atEnd = view.atEnd.peek()
  const anchored = view.anchor && view.window.placeOf(view.anchor)
  const top = atEnd ? view.window.total - height : (anchored ?? log.scrollTop)
  if (changed || height !== view.seen.peek().height) view.seen.value = { top, height }
  else if (atEnd) log.scrollTop = log.scrollHeight
  else if (Math.abs(log.scrollTop - top) > 1) log.scrollTop = top
}

/** The reader has scrolled. Drawn anew only where what is drawn no longer covers what is seen. */
export function scrolled(log: HTMLElement, { view, hasEarlier }: Talk, askEarlier: () => void): void {
  const { scrollTop: top, clientHeight: height, scrollHeight } = log
  const atEnd = scrollHeight - top - height < nearPx
  view.anchor = view.window.anchor(top)
  if (atEnd !== view.atEnd.peek()) view.atEnd.value = atEnd
  if (atEnd) view.fresh.value = 0
  const needed = view.window.drawn({ top, height }, marginPx / 2)
  const { from, to } = view.drawn.peek()
  if (needed.from < from || needed.to > to) view.seen.value = { top, height }
  if (top < earlyPx && hasEarlier.peek()) askEarlier()
}
