import { effect } from '@preact/signals-core'
import type { Events } from '../api.ts'
import { known, type State } from '../connection/state.ts'
import type { Emit } from '../core/events.ts'
import type { ChatState } from '../state/chat.ts'
import { messageOf } from './message.ts'

/** Tells the page what has become another. Answers how to stop. */
export function tellPage(state: ChatState, emit: Emit): () => void {
  const messages = tellMessages(emit)
  const stops = [
    effect(() => messages(state.link.value)),
    changes(emit, 'unread', () => state.unread.value),
    changes(emit, 'phase', () => state.phase.value.is),
    changes(emit, 'connection', () => connectionOf(state.link.value))
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function changes<Name extends keyof Events>(emit: Emit, name: Name, read: () => Events[Name]): () => void {
  let before: Events[Name] | undefined
  return effect(() => {
    const now = read()
    if (now !== before) emit(name, now)
    before = now
  })
}

/** What is said from now on: what was history when the socket opened is no news. */
function tellMessages(emit: Emit): (state: State) => void {
  let place = 0
  let where = ''
  return ({ view }) => {
    const here = `${view.epoch} ${view.conversation}`
    if (here !== where) place = view.head
    where = here
    for (const line of view.lines) {
      const message = line.seq > place ? messageOf(line) : undefined
      if (message) emit('message', message)
    }
    place = Math.max(place, known(view))
  }
}

function connectionOf({ link }: State): Events['connection'] {
  if (link.is === 'live' || link.is === 'stopped') return link.is
  return link.is === 'waiting' ? 'offline' : 'connecting'
}
