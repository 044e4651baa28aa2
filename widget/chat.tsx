import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { type Connection, connect } from './connection/index.ts'
import type { State } from './connection/state.ts'
import type { Mounted } from './core/life.ts'
import { lazy } from './lazy.ts'
import { listen } from './listen.ts'
import { nameLauncher } from './name-launcher.ts'
import type { Page } from './page/index.ts'
import type { Settings } from './settings.ts'
import { type ChatState, createChatState, type Chat as Shown, type Verbs } from './state/chat.ts'
import { createMemory, type SiteMemory } from './storage.ts'
import { Panel } from './ui/panel.tsx'
import { keepAtEnd } from './ui/scroll.ts'
import { styles } from './ui/styles/index.ts'
import type { Words } from './words/en.ts'
import { loadWords } from './words/index.ts'

export interface Chat {
  show(open: boolean): void
  /** What the page commands: see `page/`. */
  command(name: string, given: readonly unknown[]): Promise<void>
  destroy(): void
}

/** The page's part in the chat, for pages that take one. */
const pagePart = lazy(() => import('./page/index.ts'))
const identityPart = lazy(() => import('./page/identity.ts'))

/** Gets what every visitor's chat needs. */
export function warm({ locale, texts }: Settings): Promise<Words> {
  return loadWords([locale, document.documentElement.lang, ...navigator.languages], texts)
}

/**
 * The chat in the language of its site, its script tag, its page or its visitor; there is none without words.
 * `attended`: its page listens or has hooks, and misses nothing.
 */
export async function prepare(settings: Settings, attended: boolean): Promise<(mounted: Mounted) => Chat> {
  const [words, identity] = await Promise.all([
    warm(settings),
    settings.identity && identityPart.load().then(part => part?.identityOf(settings)),
    attended && pagePart.load()
  ])
  return mounted => startChat(mounted, words, identity)
}

/** Removes what this browser keeps of a site's visitor. */
export function forget(site: string): void {
  const memory = createMemory(site, () => localStorage)
  const token = memory.token()
  if (token) memory.forget(token)
  for (const { frame } of memory.unsent()) memory.drop(frame.id)
  memory.keepDraft('')
}

/** Everything behind the launcher: wired here, and nowhere else. */
function startChat(mounted: Mounted, words: Words, identity: string | undefined): Chat {
  const { settings, root, now, onClose } = mounted
  const memory = createMemory(settings.site, () => localStorage)
  const visible = document.visibilityState === 'visible'
  const state = createChatState({ words, title: settings.title, draft: memory.draft(), visible })
  let page: Page | undefined
  const connection = connectTo(settings, { words, memory, identity }, next => {
    if (page) page.hear(next)
    else state.link.value = next
  })
  const say: Verbs['say'] = (text, of) => (page ? page.say(text, of) : connection.say(text, of))
  const does = verbs({ ...connection, say }, state)

  /** Once the part is there. */
  function attend(part = pagePart.now()): Page | undefined {
    page ??= part?.createPage({ mounted, state, connection, verbs: does })
    return page
  }
  if (now.attended) attend()

  const stops = [
    dress(root),
    draw(mounted, { ...state, ...does, close: onClose }),
    effect(() => memory.keepDraft(state.draft.value)),
    nameLauncher(mounted, state),
    effect(() => connection.seen(state.looking.value)),
    listen({ root, state, connection, onClose }),
    () => page?.stop(),
    connection.close
  ]
  return {
    show(open) {
      state.open.value = open
    },
    async command(name, given) {
      const ready = attend(await pagePart.load())
      if (!ready) throw new Error('Footbridge: a part did not load')
      await ready.run(name, given)
    },
    destroy() {
      for (const stop of stops) stop()
    }
  }
}

/** Draws whatever the signals say, and looks after what only exists once it is drawn: the scroll and the focus. */
function draw({ root, box, settings }: Mounted, chat: Shown): () => void {
  const inline = !!settings.target
  render(<Panel chat={chat} />, box)
  const log = box.querySelector('.log')
  const scroll = log && keepAtEnd(log, chat.atEnd)
  let wasOpen = false
  const stop = effect(() => {
    const { activeElement } = root
    render(<Panel chat={chat} />, box)
    scroll?.follow()
    const open = chat.open.value
    if (open && (wasOpen ? isGone(activeElement) : !inline)) {
      const target = box.querySelector<HTMLElement>('.composer :is(textarea,.wide)')
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

interface Visitor {
  words: Words
  memory: SiteMemory
  identity: string | undefined
}

function connectTo(settings: Settings, visitor: Visitor, onChange: (next: State) => void): Connection {
  const { src, site, preview } = settings
  const { words, memory } = visitor
  let { identity } = visitor
  const url = new URL('ws', src)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('site', site)
  if (preview) url.searchParams.set('preview', preview)
  const connection = connect({
    url: url.href,
    site,
    memory,
    preview,
    locale: words.locale.slice(0, 35),
    page: () => pageOf(settings),
    identity: () => identity,
    onIdentityRefused: () => void renew().catch(console.error),
    openSocket: address => new WebSocket(address),
    onChange
  })
  async function renew(): Promise<void> {
    const part = await identityPart.load()
    const next = await part?.renewed(settings, identity)
    if (next) connection.identify((identity = next))
  }

  return connection
}

/** Where the visitor is, and what the page says of it. */
const pageOf = ({ page }: Settings) => ({
  url: location.href.slice(0, 2048),
  title: document.title.slice(0, 300),
  ...(page && { data: page })
})

/** What the visitor does is followed to the end of the log. */
function verbs(
  connection: Pick<Connection, 'retry' | 'press' | 'discard' | 'fresh' | 'key'> & Pick<Verbs, 'say'>,
  { atEnd }: ChatState
): Omit<Verbs, 'close'> {
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
  root.adoptedStyleSheets = [...before, sheet]
  return () => {
    root.adoptedStyleSheets = before
  }
}
