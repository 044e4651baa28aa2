import type { ReadonlySignal } from '@preact/signals-core'
import type { Choice } from './notify.ts'

/** What reaches beyond the panel: a window of its own, and how the visitor is told of news. */
export interface Outside {
  /** What makes sense in this browser. */
  can: { window: boolean; notify: boolean }
  choice: ReadonlySignal<Choice>
  /** Opens the window, or shows the one that is there. Answers whether the browser let it. */
  popOut(): boolean
  toggleSound(): void
  /** Asks the browser for leave if it must. Answers whether it was given. */
  toggleNotify(): Promise<boolean>
}
