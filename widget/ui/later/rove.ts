import type { Chat } from '../../state/chat.ts'
import type { LogWindow } from '../../state/window.ts'
import type { Tended } from '../tended.ts'

// What scrolls by itself stays a stop: without one, the keyboard could not scroll it.
const controls = 'a,button,input,select,textarea'
/** What the newest message asks is not a matter of reading: Tab reaches it at once. */
const asked = '.newest :is(.replies,form)'

/** So is a form that has the focus: who fills it in goes on with it, whatever is said meanwhile. */
const stops = `${asked},form:focus-within`

const keyOf = ({ id }: Element) => id.slice(3)
const rowAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('.row') : null

/**
 * The log is one stop on the way of Tab. Arrows, Home and End move through its rows, Enter leads into one, to its links
 * and buttons, and Escape out again. After each drawing only what may be reached by Tab is.
 */
export const rove = (log: HTMLElement, chat: Chat, window: LogWindow): Tended => new Roving(log, chat, window)

class Roving implements Tended {
  readonly #ears = new AbortController()
  readonly #log: HTMLElement
  readonly #chat: Chat
  readonly #window: LogWindow
  /** The row the visitor went into. */
  #inside: Element | undefined

  constructor(log: HTMLElement, chat: Chat, window: LogWindow) {
    this.#log = log
    this.#chat = chat
    this.#window = window
    const { signal } = this.#ears
    log.addEventListener('keydown', event => this.#press(event), { signal })
    log.addEventListener('focusin', event => this.#focusIn(event), { signal })
    log.addEventListener('focusout', event => this.#focusOut(event), { signal })
    log.addEventListener('pointerover', event => this.#point(event), { signal })
    log.addEventListener('click', event => this.#point(event), { signal })
    this.#begin()
  }

  /** Whoever went into the log before this was there stands where they would have come to. */
  #begin(): void {
    const focused = this.#log.querySelector(':focus-visible')
    if (this.#log.matches(':focus-visible')) this.#enter()
    else if (!focused?.closest(stops)) rowAt(focused)?.focus()
  }

  settle(): void {
    for (const one of this.#log.querySelectorAll<HTMLElement>(`.row :is(${controls})`)) {
      const tabIndex = one.closest('.row') === this.#inside || one.closest(stops) ? 0 : -1
      if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex
    }
  }

  stop(): void {
    this.#ears.abort()
  }

  get #rows(): HTMLElement[] {
    return [...this.#log.querySelectorAll<HTMLElement>('.row')]
  }

  /** The row to come to: the last that is seen. */
  #enter(): void {
    const { bottom } = this.#log.getBoundingClientRect()
    const pointed = this.#chat.pointed.peek()
    const seen = this.#rows.findLast(row => row.getBoundingClientRect().top < bottom - 8)
    const row = this.#rows.find(one => keyOf(one) === pointed) ?? seen
    row?.focus()
  }

  #move(index: number): void {
    const { rows } = this.#window.drawn.peek()
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    if (row === rows.at(-1)) this.#chat.atEnd.value = true
    this.#window.keep(row.key)
    const drawn = this.#window.drawn.peek().pieces.findIndex(piece => piece.row.key === row.key)
    const element = this.#rows[drawn]
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }

  #into(row: HTMLElement): void {
    this.#inside = row
    this.settle()
    row.querySelector<HTMLElement>(controls)?.focus()
  }

  #step(key: string, row: HTMLElement): number | undefined {
    const { pieces, rows } = this.#window.drawn.peek()
    const index = pieces.find(piece => piece.row.key === keyOf(row))?.index ?? 0
    return { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[key]
  }

  #press(event: KeyboardEvent): void {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const row = rowAt(target)
    const leads = row ? this.#leads(key, row, row === target) : target === this.#log && this.#comes(key)
    if (!leads) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Who came to the log otherwise than by keyboard stands before its rows. */
  #comes(key: string): boolean {
    const moves = /^(ArrowUp|ArrowDown|Home|End)$/.test(key)
    if (moves) this.#enter()
    return moves
  }

  /** Goes where the key leads, if it leads anywhere. */
  #leads(key: string, row: HTMLElement, isOnRow: boolean): boolean {
    const index = isOnRow ? this.#step(key, row) : undefined
    if (index !== undefined) this.#move(index)
    else if (isOnRow && key === 'Enter') this.#into(row)
    // What asks something is not inside a row: there Escape closes the panel, as everywhere.
    else if (row === this.#inside && key === 'Escape') row.focus()
    else return false
    return true
  }

  #focusIn({ target }: FocusEvent): void {
    const row = rowAt(target)
    if (target === this.#log && this.#log.matches(':focus-visible')) this.#enter()
    if (!row) return
    if (row === target) this.#inside = undefined
    // Tab goes on from here to what comes after the rows, and back to what comes before.
    if (row === target || row === this.#inside) this.#log.tabIndex = -1
    this.#chat.pointed.value = keyOf(row)
    this.#window.keep(keyOf(row))
    this.settle()
  }

  #focusOut({ relatedTarget }: FocusEvent): void {
    if (rowAt(relatedTarget)) return
    this.#log.tabIndex = 0
    this.#inside = undefined
    this.#window.keep(undefined)
    this.settle()
  }

  #point({ target }: Event): void {
    const row = rowAt(target)
    if (row) this.#chat.pointed.value = keyOf(row)
  }
}
