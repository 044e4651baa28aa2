import { effect, signal } from '@preact/signals-core'
import { styles } from './index.ts'

const sheets = signal([sheetOf(styles)])

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** The styles of a part that is loaded later: every chat of the page puts them on, those that are yet to come too. */
export function addSheet(text: string): void {
  sheets.value = [...sheets.value, sheetOf(text)]
}

/** Puts the styles on a chat. Answers how to take them off. */
export function dress(root: ShadowRoot): () => void {
  const before = root.adoptedStyleSheets
  const stop = effect(() => {
    root.adoptedStyleSheets = [...before, ...sheets.value]
  })
  return () => {
    stop()
    root.adoptedStyleSheets = before
  }
}
