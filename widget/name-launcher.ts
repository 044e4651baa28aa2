import { effect } from '@preact/signals-core'
import type { Stage } from './stage.ts'
import type { ChatState } from './state/chat.ts'

type Named = Pick<ChatState, 'open' | 'unread' | 'words'>

/** From here on the launcher speaks the visitor's language, and says what is unread. Answers how to stop. */
export function nameLauncher({ button, frame, settings }: Stage, { open, unread, words }: Named): () => void {
  const { launcher } = words
  const label = settings.launcher?.label ?? ''
  // It may have said that the chat did not load.
  button.textContent = label
  const badge = document.createElement('span')
  badge.className = 'badge'
  button.append(badge)
  button.ariaLive = null
  frame.ariaLabel = launcher.region
  frame.lang = words.locale
  const stop = effect(() => {
    const count = open.value ? 0 : unread.value
    const closed = count ? launcher.unread(count) : label || launcher.open
    button.ariaLabel = open.value ? launcher.close : closed
    badge.textContent = String(Math.min(count, 99))
    badge.hidden = !count
  })
  return () => {
    stop()
    badge.remove()
  }
}
