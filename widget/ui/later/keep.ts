import { batch } from '@preact/signals-core'
import type { Chat } from '../../state/chat.ts'
import { createWindow, type LogWindow } from '../../state/window.ts'
import { nearPx, type Tended } from '../tended.ts'
import { rove } from './rove.ts'

/** So near to the beginning of what is known, older lines are fetched, px. */
const soonPx = 800

/**
 * Looks after a log of any length on the screen: measures its rows, tells its window what is seen, and holds on to the
 * row at the upper edge, or to the end, whatever grows: messages, older ones, images, the composer.
 */
export function keep(log: HTMLElement, chat: Chat): Tended {
  const keeper = new Keeper(log, chat)
  const roving = rove(log, chat, keeper.window)
  return {
    settle() {
      keeper.settle()
      roving.settle()
    },
    stop() {
      keeper.stop()
      roving.stop()
    }
  }
}

class Keeper implements Tended {
  readonly window: LogWindow
  readonly #log: HTMLElement
  readonly #list: Element
  readonly #chat: Chat
  readonly #places = new Map<Element, number>()
  readonly #observer = new ResizeObserver(() => this.#grown())
  /** Later than the one that puts the chat back into a page that was replaced. */
  readonly #moves = new MutationObserver(() => this.#moved())
  readonly #look = () => this.#seen()
  /** Where the log was left; -1 while nobody can see it. */
  #last = -1
  #frame = 0
  /** The row that is held, and how much of it is above what it says. */
  #held: { row: Element; head: number } | undefined

  constructor(log: HTMLElement, chat: Chat) {
    this.#log = log
    this.#list = log.querySelector('.rows') ?? log
    this.#chat = chat
    this.window = createWindow(chat)
    this.#begin()
    for (const grows of [log, ...log.children]) this.#observer.observe(grows)
    log.addEventListener('scroll', this.#look, { passive: true })
    this.#moved()
  }

  /** Where the visitor is in what was drawn without a window. */
  #begin(): void {
    const { atEnd, drawn, window } = this.#chat
    const { pieces } = drawn.peek()
    if (this.#isShown) {
      for (const [at, { index }] of pieces.entries())
        this.window.measure(index, heightOf(this.#list.children[at]) / this.#scale)
      this.window.look(this.#top, this.#log.clientHeight, pieces[0]?.index)
      atEnd.value = this.#isNear
    }
    window.value = this.window
  }

  settle(): void {
    this.#observe()
    this.#hold()
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
    this.#moves.disconnect()
    this.#log.removeEventListener('scroll', this.#look)
  }

  /** A hidden panel has no heights worth knowing. */
  get #isShown(): boolean {
    return this.#log.clientHeight > 0
  }

  get #isNear(): boolean {
    const { clientHeight, scrollHeight, scrollTop } = this.#log
    return scrollHeight - scrollTop - clientHeight < nearPx
  }

  /** A panel that is just opening, or stands in a page that is scaled, is drawn in another size than it is laid out. */
  get #scale(): number {
    const drawn = heightOf(this.#log)
    const { offsetHeight } = this.#log
    return Math.abs(drawn - offsetHeight) < 1 ? 1 : drawn / offsetHeight
  }

  /** How far the upper edge of what is seen is below the first row's. */
  get #top(): number {
    return this.#below(this.#list)
  }

  /** How far the upper edge of what is seen is below another. */
  #below(one: Element): number {
    return (this.#log.getBoundingClientRect().top - one.getBoundingClientRect().top) / this.#scale
  }

  /** What is taken out of the page and put back is scrolled to its beginning, and nobody says so. */
  #moved(): void {
    for (const page of [document, document.documentElement]) this.#moves.observe(page, { childList: true })
    if (this.#last <= 0 || this.#log.scrollTop > 0) return
    this.#last = -1
    this.#hold()
  }

  #hold(): void {
    if (!this.#isShown) {
      this.#last = -1
      return
    }
    this.#measure()
    if (this.#last >= 0) this.#follow(this.#log.scrollTop - this.#last)
    const place = this.window.place()
    if (place) this.#holdRow(place)
    else this.#log.scrollTop = this.#log.scrollHeight
    this.#last = this.#log.scrollTop
  }

  /** Something became otherwise between a scroll and the news of it: where the visitor went from where they were counts. */
  #follow(gone: number): void {
    if (!gone) return
    if (this.window.place()) this.window.move(gone)
    else this.#seen()
  }

  #holdRow({ index, above }: { index: number; above: number }): void {
    const row = [...this.#places].find(([, at]) => at === index)?.[0]
    if (!row) return
    const head = this.#headOf(row)
    // The day and the name above what a row says may come or go, once what is before it is known. What it says stays.
    const grown = this.#held?.row === row ? head - this.#held.head : 0
    this.#held = { row, head }
    if (grown) this.window.move(grown)
    const moved = above + grown - this.#below(row)
    if (Math.abs(moved) >= 0.5) this.#log.scrollTop += moved
  }

  /** How much of a row is above what it says. */
  #headOf(row: Element): number {
    const { top } = row.getBoundingClientRect()
    return ((saidIn(row)?.getBoundingClientRect().top ?? top) - top) / this.#scale
  }

  #seen(): void {
    if (!this.#isShown) return
    const { atEnd, more, fetching, wants } = this.#chat
    const { scrollTop } = this.#log
    const isUp = scrollTop < this.#last
    // Before anything is drawn, which would follow the same way once more.
    this.#last = scrollTop
    batch(() => {
      this.#place()
      // What grew meanwhile is no reason to think that the visitor went away.
      if (this.#isNear || isUp) atEnd.value = this.#isNear
    })
    if (this.#top < soonPx && more.peek() && !fetching.peek()) wants({ on: 'older' })
  }

  /** Tells the window where the visitor is: by the first row that is seen, whatever those above it turn out to be. */
  #place(): void {
    this.#measure()
    const { clientHeight } = this.#log
    const scale = this.#scale
    const rows = [...this.#list.children]
    const first = rows.find(row => this.#below(row) < heightOf(row) / scale)
    const isSeen = first && this.#below(first) > -clientHeight
    const row = isSeen ? first : this.#list
    this.window.look(this.#below(row), clientHeight, this.#places.get(row))
    if (isSeen) this.#held = { row: first, head: this.#headOf(first) }
  }

  /** However soon a place is asked for, all that is drawn is as high as it is by now. */
  #measure(): void {
    const scale = this.#scale
    for (const [row, index] of this.#places) this.window.measure(index, heightOf(row) / scale)
  }

  #grown(): void {
    if (!this.#isShown) return
    this.#hold()
    // Drawing here would be measured too late for this frame, and browsers complain of that.
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#seen()
    })
  }

  #observe(): void {
    const { pieces } = this.window.drawn.peek()
    for (const row of this.#places.keys()) if (row.parentNode !== this.#list) this.#forget(row)
    for (const [at, row] of [...this.#list.children].entries()) {
      if (!this.#places.has(row)) this.#observer.observe(row)
      this.#places.set(row, pieces[at]?.index ?? 0)
    }
  }

  #forget(row: Element): void {
    this.#observer.unobserve(row)
    this.#places.delete(row)
  }
}

const saidIn = (row: Element) =>
  [...row.children].find(part => !part.matches('.note,.speaker,.hidden')) ?? row.lastElementChild
const heightOf = (one: Element | undefined) => one?.getBoundingClientRect().height ?? 0
