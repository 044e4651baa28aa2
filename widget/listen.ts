import type { Connection } from './connection/index.ts'
import type { ChatState } from './state/chat.ts'

interface Ears {
  /** All that is the widget's. */
  frame: HTMLElement
  state: ChatState
  connection: Connection
  onClose(): void
}

/** What the page and the browser tell the chat. Answers how to stop listening. */
export function listen({ frame, state, connection, onClose }: Ears): () => void {
  const ears = new AbortController()
  const { signal } = ears
  const look = () => {
    state.visible.value = document.visibilityState === 'visible'
    if (state.visible.value) connection.wake()
  }
  document.addEventListener('visibilitychange', look, { signal })
  addEventListener('online', connection.wake, { signal })
  addEventListener('pageshow', connection.wake, { signal })
  // A page with an open socket would not be kept for the way back.
  addEventListener('pagehide', connection.pause, { signal })
  frame.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Escape' && state.open.value && !event.isComposing) {
        event.stopPropagation()
        onClose()
      }
    },
    { signal }
  )
  return () => ears.abort()
}
