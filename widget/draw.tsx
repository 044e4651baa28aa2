import { effect } from '@preact/signals-core'
import { render } from 'preact'
import type { Mounted } from './core/life.ts'
import type { Chat } from './state/chat.ts'
import { Panel } from './ui/panel.tsx'
import { tend } from './ui/scroll.ts'

/** Draws whatever the signals say, and looks after what only exists once it is drawn: the scroll and the focus. */
export function draw({ root, box, settings }: Mounted, chat: Chat): () => void {
  render(<Panel chat={chat} />, box)
  const log = box.querySelector<HTMLElement>('.log')
  const scroll = log && tend(log, chat)
  let wasOpen = false
  const stop = effect(() => {
    const { activeElement } = root
    render(<Panel chat={chat} />, box)
    scroll?.settle()
    const open = chat.open.value
    if (open && (wasOpen ? isGone(root, activeElement) : !settings.target)) {
      const target = box.querySelector<HTMLElement>('.composer :is(textarea,.wide,input:not([hidden]))')
      // In the middle of a word, not what the next key presses.
      const fit = chat.draft.value && target?.matches('[type]') ? log : target
      fit?.focus({ preventScroll: true })
    }
    wasOpen = open
  })
  return () => {
    stop()
    scroll?.stop()
    render(null, box)
  }
}

/** What had the focus went with its use, a button that was pressed, a composer that gave way: and nothing else has it yet. */
const isGone = (root: ShadowRoot, focused: Element | null) =>
  focused &&
  (root.activeElement ?? focused) === focused &&
  (!focused.isConnected || focused.matches(':disabled'))
