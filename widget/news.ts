import { effect } from '@preact/signals-core'
import { lazy } from './lazy.ts'
import type { Bell } from './notify/index.ts'
import type { ChatState, Verbs } from './state/chat.ts'

const notify = lazy(() => import('./notify/index.ts'))

/** Loads what tells of news once there are any, or once it may be chosen how. Answers how to stop. */
export function tellNews(bell: Bell): () => void {
  const { unread, sheet } = bell.state
  let quiet: (() => void) | undefined
  const stop = effect(() => {
    const part = (unread.value > 0 || sheet.value) && notify.now()
    if (part) quiet ??= part.tellNews(bell)
  })
  return () => {
    stop()
    quiet?.()
  }
}

export const notifyBy =
  (state: ChatState): Verbs['notifyBy'] =>
  choice =>
    void notify.load().then(part => part?.notifyBy(state, choice))
