import { effect } from '@preact/signals-core'
import { lazy } from './lazy.ts'
import type { ChatState, Verbs } from './state/chat.ts'

const notify = lazy(() => import('./notify/index.ts'))

interface Bell {
  site: string
  state: ChatState
  leads(): boolean
  /** The visitor came because of it. */
  onCome(): void
}

/** Loads what tells of news once there are any. Answers how to stop. */
export function tellNews({ site, state, leads, onCome }: Bell): () => void {
  let quiet: (() => void) | undefined
  const stop = effect(() => {
    const part = state.unread.value > 0 && notify.now()
    if (part)
      quiet ??= part.tellNews({
        ...state,
        site,
        choice: state.notify,
        leads,
        words: () => wordsOf(state),
        onCome
      })
  })
  return () => {
    stop()
    quiet?.()
  }
}

/** From whom, and never what: others may see the screen. */
function wordsOf({ link, unread, words }: ChatState): string {
  const last = link.value.view.lines.findLast(line => line.kind === 'message' && line.by !== 'visitor')
  const by = last?.kind === 'message' ? last : undefined
  const name = by?.name ?? (by?.by === 'agent' ? words.agent : words.bot)
  return `${name} · ${words.launcher.unread(unread.value)}`
}

/** A browser that does not allow notifications leaves them off. */
export function notifyBy({ notify: chosen }: ChatState): Verbs['notifyBy'] {
  return choice => {
    const asks = choice.system && !chosen.value.system
    chosen.value = { ...choice, system: choice.system && !asks }
    if (asks) void permitted().then(yes => (chosen.value = { ...chosen.value, system: yes }))
  }
}

async function permitted(): Promise<boolean> {
  try {
    return (await Notification.requestPermission()) === 'granted'
  } catch {
    return false
  }
}
