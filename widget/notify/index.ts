import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { Choice } from '../state/notify.ts'
import { createSound } from './sound.ts'
import { createTitleBadge } from './title.ts'

export interface NewsOf {
  site: string
  unread: ReadonlySignal<number>
  /** The page is looked at. */
  visible: ReadonlySignal<boolean>
  choice: ReadonlySignal<Choice>
  /** Of all tabs this is the one that makes a sound. */
  leads(): boolean
  /** The words of a notification: that there is something new, and from whom; never what was said. */
  words(): string
  /** The visitor came because of it. */
  onCome(): void
}

/** Tells a visitor who looks elsewhere that somebody said something. Answers how to stop. */
export function tellNews(news: NewsOf): () => void {
  const badge = createTitleBadge(document)
  const sound = createSound()
  let before = 0
  let notification: Notification | undefined

  const titles = new MutationObserver(badge.look)
  titles.observe(document.head, { childList: true, subtree: true, characterData: true })
  const stop = effect(() => {
    const count = news.unread.value
    const hidden = !news.visible.value
    const isNew = count > before
    before = count
    badge.show(hidden ? count : 0)
    if (!hidden || !count) notification?.close()
    if (!isNew || !news.leads()) return
    const { sound: loud, system } = news.choice.peek()
    if (loud) sound.play()
    if (system && hidden) notification = announce(news)
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
function announce({ site, words, onCome }: NewsOf): Notification | undefined {
  try {
    if (Notification.permission !== 'granted') return undefined
    const made = new Notification(words(), { tag: `footbridge:${site}` })
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
