import { effect, untracked } from '@preact/signals-core'
import { render } from 'preact'
import { App } from './app.tsx'
import { focusNow, keyOf } from './focus.ts'
import type { Shown } from './pages.tsx'
import { settleLogs } from './tend.ts'

/** Draws whatever the signals say; what only exists once it is drawn, the scroll and the focus, is looked after then. */
export function draw(box: HTMLElement, given: Shown): void {
  let sheetWas = given.desk.sheet.peek()
  let before: string | undefined
  // Also while another window has the focus, which then comes back to what had it here.
  const noteFocus = () => void (given.desk.focus.value = keyOf(document.activeElement))
  effect(() => {
    const sheet = given.desk.sheet.value
    const wish = given.desk.wish.value
    const focused = keyOf(document.activeElement)
    if (sheet && !sheetWas) before = focused
    render(<App {...given} />, box)
    untracked(() => {
      settleLogs(box, given.desk)
      if (wish !== undefined) given.desk.wish.value = undefined
      const back = sheetWas && !sheet ? before : undefined
      const isLost = focused !== undefined && keyOf(document.activeElement) !== focused
      const wanted = wish ?? back ?? (isLost && !sheet ? focused : undefined)
      if (wanted !== undefined) focusNow(box, wanted)
      noteFocus()
    })
    sheetWas = sheet
  })
  for (const kind of ['focusin', 'focusout'] as const) box.addEventListener(kind, noteFocus)
  window.addEventListener('resize', () => settleLogs(box, given.desk))
}
