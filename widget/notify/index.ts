import { effect, type ReadonlySignal } from '@preact/signals-core'
import { realEnvironment } from '../connection/environment.ts'
import { createKept } from '../outside/kept.ts'
import type { ChatState } from '../state/chat.ts'
import { type Choice, newestOf, wasTold } from '../state/notify.ts'
import { announce } from './notice.ts'
import type { Sound } from './sound.ts'
import { createTitleBadge } from './title.ts'

interface Bell {
  site: string
  state: ChatState
  choice: ReadonlySignal<Choice>
  sound: Sound
  /** Of all tabs this is the one that makes a sound. */
  leads(): boolean
  /** The visitor came because of it. */
  onCome(): void
}

/** In which another tab that shows the message says so, ms. */
const elsewhereMs = 500

/** Tells a visitor who looks elsewhere that somebody said something. Answers how to stop. */
export function tellNews(bell: Bell): () => void {
  const { unread, visible } = bell.state
  const badge = createTitleBadge(document, bell.site)
  const ringer = createRinger(bell)
  const titles = new MutationObserver(badge.look)
  titles.observe(document.head, { childList: true, subtree: true, characterData: true })
  const stop = effect(() => {
    const count = unread.value
    const hidden = !visible.value
    badge.show(hidden ? count : 0)
    if (!hidden || !count) ringer.hush()
    if (count) ringer.soon()
  })
  return () => {
    stop()
    titles.disconnect()
    badge.show(0)
    ringer.stop()
  }
}

/** Each message once in a browser, whatever tab leads when it comes; none that anybody looks at. */
function createRinger({ site, state, choice, sound, leads, onCome }: Bell) {
  const told = createKept(`footbridge:${site}:told`)
  let waiting: (() => void) | undefined
  let notification: Notification | undefined
  let known: string | undefined

  function ring(): void {
    waiting = undefined
    const newest = newestOf(state.link.value.view)
    const { sound: loud, notify } = choice.value
    if (!newest || !(loud || notify) || !leads()) return
    if (!state.unread.value || wasTold(newest, told.read())) return
    told.write(newest)
    if (loud) sound.play()
    if (notify && !state.visible.value) notification = announce(wordsOf(state), site, onCome)
  }
  const hush = () => notification?.close()
  const forget = effect(() => {
    const { erasing, view } = state.link.value
    if (known && (erasing || !view.conversation)) told.write('')
    known = view.conversation
  })
  return {
    hush,
    soon() {
      waiting ??= realEnvironment.after(elsewhereMs, ring)
    },
    stop() {
      forget()
      waiting?.()
      hush()
    }
  }
}

/** That there is something new, and from whom; never what was said: others may see the screen. */
function wordsOf({ link, words }: ChatState): string {
  const last = link.value.view.lines.findLast(line => line.kind === 'message' && line.by !== 'visitor')
  const by = last?.kind === 'message' ? last : undefined
  return words.newFrom(by?.name ?? (by?.by === 'agent' ? words.agent : words.bot))
}
