import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { type Connection, connect } from './connection/index.ts'
import { listen } from './listen.ts'
import type { Settings } from './settings.ts'
import { type ChatState, createChatState, type Verbs } from './state/chat.ts'
import { createMemory, type SiteMemory } from './storage.ts'
import { ChatContext } from './ui/context.ts'
import { Panel } from './ui/panel.tsx'
import { styles } from './ui/styles/index.ts'
import { en } from './words/en.ts'

/** What the loader gives to the chat. */
export interface Mounted {
  settings: Settings
  root: ShadowRoot
  box: HTMLElement
  onUnread(count: number): void
  onClose(): void
}

export interface Chat {
  show(open: boolean): void
  destroy(): void
}

/** Everything behind the launcher: wired here, and nowhere else. */
export function startChat({ settings, root, box, onUnread, onClose }: Mounted): Chat {
  const memory = createMemory(settings.site, () => localStorage)
  const visible = document.visibilityState === 'visible'
  const state = createChatState({ words: en, title: settings.title, draft: memory.draft(), visible })
  const connection = connectTo(settings, memory, state)
  const unstyle = dress(root)
  const stops = [
    effect(() => memory.keepDraft(state.draft.value)),
    effect(() => onUnread(state.unread.value)),
    effect(() => connection.seen(state.looking.value)),
    listen({ root, state, connection, onClose })
  ]
  render(
    <ChatContext.Provider value={{ ...state, ...verbs(connection, state), close: onClose }}>
      <Panel />
    </ChatContext.Provider>,
    box
  )
  return {
    show(open) {
      state.open.value = open
    },
    destroy() {
      for (const stop of stops) stop()
      connection.close()
      render(null, box)
      unstyle()
    }
  }
}

function connectTo({ src, site, locale }: Settings, memory: SiteMemory, state: ChatState): Connection {
  const url = new URL('ws', src)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('site', site)
  return connect({
    url: url.href,
    site,
    memory,
    locale: (locale ?? (document.documentElement.lang || navigator.language)).slice(0, 35),
    page: () => ({ url: location.href.slice(0, 2048), title: document.title.slice(0, 300) }),
    openSocket: address => new WebSocket(address),
    onChange(next) {
      state.link.value = next
    }
  })
}

/** What the visitor does is followed to the end of the log. */
function verbs(connection: Connection, { atEnd }: ChatState): Omit<Verbs, 'close'> {
  return {
    say(text, of) {
      atEnd.value = true
      connection.say(text, of)
    },
    press(seq, action, label) {
      atEnd.value = true
      connection.press(seq, action, label)
    },
    retry: connection.retry,
    discard: connection.discard,
    fresh: connection.fresh,
    key: connection.key
  }
}

function dress(root: ShadowRoot): () => void {
  const before = root.adoptedStyleSheets
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  // Behind the launcher's own, before the page's colour, which comes last.
  root.adoptedStyleSheets = [...before.slice(0, 1), sheet, ...before.slice(1)]
  return () => {
    root.adoptedStyleSheets = before
  }
}
