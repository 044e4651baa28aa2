import type { Chat } from '../state/chat.ts'

// What scrolls by itself stays a stop: without one, the keyboard could not scroll it.
const controls = 'a,button,input,select,textarea'
/** What the newest message asks is not a matter of reading: Tab reaches it at once. */
const asked = '.newest :is(.replies,form)'

export interface Roving {
  /** After each drawing: only what may be reached by Tab is. */
  settle(): void
  stop(): void
}

/**
 * The log is one stop on the way of Tab. Arrows, Home and End move through its rows, Enter leads into one, to its links
 * and buttons, and Escape out again.
 */
export function rove(log: HTMLElement, { window, atEnd, pointed }: Chat): Roving {
  const ears = new AbortController()
  const { signal } = ears
  /** The row the visitor went into. */
  let inside: Element | undefined

  const rowAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.row') : null
  const keyOf = ({ id }: Element) => id.slice(3)

  function settle(): void {
    for (const one of log.querySelectorAll<HTMLElement>(`.row :is(${controls})`)) {
      const tabIndex = one.closest('.row') === inside || one.closest(asked) ? 0 : -1
      if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex
    }
  }

  /** The row to come to: the last that is seen. */
  function enter(): void {
    const { bottom } = log.getBoundingClientRect()
    const seen = [...log.querySelectorAll<HTMLElement>('.row')].filter(
      row => row.getBoundingClientRect().top < bottom - 8
    )
    const row = [...log.querySelectorAll<HTMLElement>('.row')].find(one => keyOf(one) === pointed.peek())
    ;(row ?? seen.at(-1))?.focus()
  }

  function move(index: number): void {
    const { rows } = window.drawn.peek()
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    if (row === rows.at(-1)) atEnd.value = true
    window.keep(row.key)
    const drawn = window.drawn.peek().pieces.findIndex(piece => piece.row.key === row.key)
    const element = log.querySelectorAll<HTMLElement>('.row')[drawn]
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }

  function into(row: HTMLElement): void {
    inside = row
    settle()
    row.querySelector<HTMLElement>(controls)?.focus()
  }

  function steps(key: string, row: HTMLElement): number | undefined {
    const { pieces, rows } = window.drawn.peek()
    const index = pieces.find(piece => piece.row.key === keyOf(row))?.index ?? 0
    return { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[key]
  }

  function press(event: KeyboardEvent): void {
    const { key, target } = event
    const row = rowAt(target)
    if (!row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const index = row === target ? steps(key, row) : undefined
    if (index !== undefined) move(index)
    else if (row === target && key === 'Enter') into(row)
    // What asks something is not inside a row: there Escape closes the panel, as everywhere.
    else if (row === inside && key === 'Escape') row.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function focusIn({ target }: FocusEvent): void {
    const row = rowAt(target)
    if (target === log && log.matches(':focus-visible')) enter()
    if (!row) return
    if (row === target) inside = undefined
    // Tab goes on from here to what comes after the rows, and back to what comes before.
    if (row === target || row === inside) log.tabIndex = -1
    pointed.value = keyOf(row)
    window.keep(keyOf(row))
    settle()
  }

  function focusOut({ relatedTarget }: FocusEvent): void {
    if (rowAt(relatedTarget)) return
    log.tabIndex = 0
    inside = undefined
    window.keep(undefined)
    settle()
  }

  const point = ({ target }: Event) => {
    const row = rowAt(target)
    if (row) pointed.value = keyOf(row)
  }

  log.addEventListener('keydown', press, { signal })
  log.addEventListener('focusin', focusIn, { signal })
  log.addEventListener('focusout', focusOut, { signal })
  log.addEventListener('pointerover', point, { signal })
  log.addEventListener('click', point, { signal })
  return { settle, stop: () => ears.abort() }
}
