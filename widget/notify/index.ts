import { effect } from '@preact/signals-core'
import type { ChatState } from '../state/chat.ts'
import { createSound } from './sound.ts'
import { createTitleBadge } from './title.ts'

export { notifyBy } from './choice.ts'

export interface Bell {
  site: string
  state: ChatState
  /** Of all tabs this is the one that makes a sound. */
  leads(): boolean
  /** The visitor came because of it. */
  onCome(): void
}

/** Tells a visitor who looks elsewhere that somebody said something. Answers how to stop. */
export function tellNews(bell: Bell): () => void {
  const { unread, visible, notify } = bell.state
  const badge = createTitleBadge(document)
  const sound = createSound()
  let before = 0
  let notification: Notification | undefined

  const titles = new MutationObserver(badge.look)
  titles.observe(document.head, { childList: true, subtree: true, characterData: true })
  const stop = effect(() => {
    const count = unread.value
    const hidden = !visible.value
    const isNew = count > before
    before = count
    badge.show(hidden ? count : 0)
    if (!hidden || !count) notification?.close()
    if (!isNew || !bell.leads()) return
    const { sound: loud, system } = notify.peek()
    if (loud) sound.play()
    if (system && hidden) notification = announce(bell)
  })
  return () => {
    stop()
    titles.disconnect()
    badge.show(0)
    notification?.close()
    sound.stop()
  }
}

/** One of each site: the next takes its place. Some browsers know the word and throw. */
function announce({ site, state, onCome }: Bell): Notification | undefined {
  try {
    if (Notification.permission !== 'granted') return undefined
    const made = new Notification(wordsOf(state), { tag: `footbridge:${site}` })
    made.onclick = () => {
      window.focus()
      made.close()
      onCome()
    }
    return made
  } catch {
    return undefined
  }
}

/** That there is something new, and from whom; never what was said: others may see the screen. */
function wordsOf({ link, words }: ChatState): string {
  const last = link.value.view.lines.findLast(line => line.kind === 'message' && line.by !== 'visitor')
  const by = last?.kind === 'message' ? last : undefined
  return words.newFrom(by?.name ?? (by?.by === 'agent' ? words.agent : words.bot))
}
