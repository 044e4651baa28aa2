import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { realEnvironment } from './connection/environment.ts'
import type { Connection } from './connection/index.ts'
import { listen } from './listen.ts'
import { notifyBy, tellNews } from './news.ts'
import type { Settings } from './settings.ts'
import { type ChatState, createChatState, type Chat as Shown, type Verbs } from './state/chat.ts'
import { readChoice, writeChoice } from './state/notify.ts'
import { createMemory, type SiteMemory } from './storage.ts'
import { type SharedConnection, type ShareOptions, share } from './tabs/index.ts'
import { tabHere } from './tabs/tab.ts'
import { Panel } from './ui/panel.tsx'
import { tend } from './ui/scroll.ts'
import { dress } from './ui/styles/sheets.ts'
import { whenWhole } from './when-whole.ts'
import type { Words } from './words/en.ts'
import { loadWords } from './words/index.ts'
import type { Texts } from './words/speak.ts'

/** What the loader gives to the chat. */
export interface Mounted {
  settings: Settings
  root: ShadowRoot
  box: HTMLElement
  onUnread(count: number): void
  onOpen(): void
  onClose(): void
}

export interface Chat {
  show(open: boolean): void
  destroy(): void
}

/** What of a site's early settings says how the chat speaks. */
interface Speech {
  locale?: string | undefined
  texts?: Texts | undefined
}

/** The chat in the language of its site, its script tag, its page or its visitor; there is none without words. */
export async function prepare(settings: Settings, site: Speech = {}): Promise<(mounted: Mounted) => Chat> {
  const wishes = [site.locale, settings.locale, document.documentElement.lang, ...navigator.languages]
  const words = await loadWords(wishes, site.texts)
  return mounted => startChat(mounted, words)
}

/** Everything behind the launcher: wired here, and nowhere else. */
function startChat({ settings, root, box, onUnread, onOpen, onClose }: Mounted, words: Words): Chat {
  const memory = createMemory(settings.site, () => localStorage)
  const visible = document.visibilityState === 'visible'
  const state = createChatState({
    words,
    title: settings.title,
    draft: memory.draft(),
    visible,
    now: realEnvironment.now,
    after: realEnvironment.after,
    choice: readChoice(memory.choice())
  })
  const connection = connectTo(settings, memory, state)
  const stops = [
    dress(root),
    draw(root, box, { ...state, ...verbs(connection, state), close: onClose }),
    effect(() => memory.keepDraft(state.draft.value)),
    effect(() => onUnread(state.unread.value)),
    effect(() => connection.seen(state.looking.value)),
    effect(() => memory.keepChoice(writeChoice(state.notify.value))),
    tellNews({ site: settings.site, state, leads: connection.leads, onCome: () => onOpen() }),
    listen({ root, state, connection, onClose }),
    whenWhole(box, state.open, onClose),
    connection.close
  ]
  return {
    show(open) {
      state.open.value = open
    },
    destroy() {
      for (const stop of stops) stop()
    }
  }
}

/** Draws whatever the signals say, and looks after what only exists once it is drawn: the scroll and the focus. */
function draw(root: ShadowRoot, box: HTMLElement, chat: Shown): () => void {
  render(<Panel chat={chat} />, box)
  const log = box.querySelector<HTMLElement>('.log')
  const scroll = log && tend(log, chat)
  let wasOpen = false
  const stop = effect(() => {
    const { activeElement } = root
    render(<Panel chat={chat} />, box)
    scroll?.settle()
    const open = chat.open.value
    if (open && (!wasOpen || (isGone(activeElement) && !isElsewhere(root, activeElement)))) {
      const target = box.querySelector<HTMLElement>('.composer :is(textarea,input,.wide)')
      target?.focus({ preventScroll: true })
    }
    wasOpen = open
  })
  return () => {
    stop()
    scroll?.stop()
    render(null, box)
  }
}

/** What had the focus went with its use: a button that was pressed, a composer that gave way. */
function isGone(focused: Element | null): boolean {
  return !!focused && (!focused.isConnected || focused.matches(':disabled'))
}

/** It has been given to something else already. */
const isElsewhere = (root: ShadowRoot, focused: Element | null) =>
  !!root.activeElement && root.activeElement !== focused

function connectTo({ src, site }: Settings, memory: SiteMemory, state: ChatState): SharedConnection {
  const url = new URL('ws', src)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('site', site)
  const options: ShareOptions = {
    url: url.href,
    site,
    memory,
    locale: state.words.locale.slice(0, 35),
    page: () => ({ url: location.href.slice(0, 2048), title: document.title.slice(0, 300) }),
    openSocket: address => new WebSocket(address),
    onChange(next) {
      state.link.value = next
    }
  }
  return share(options, tabHere(memory.lasts()))
}

/** What the visitor does is followed to the end of the log. */
function verbs(connection: Connection, state: ChatState): Omit<Verbs, 'close'> {
  const { atEnd, phase } = state
  return {
    notifyBy: notifyBy(state),
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
    key: connection.key,
    older: connection.older,
    past: connection.past,
    readPast: connection.readPast,
    back() {
      connection.ask('back')
    },
    end() {
      connection.ask('close')
    },
    rate(score, text) {
      connection.rate(score, text)
    },
    startOver() {
      if (phase.value.is !== 'closed') connection.ask('close')
      connection.fresh()
    },
    erase: connection.erase
  }
}
